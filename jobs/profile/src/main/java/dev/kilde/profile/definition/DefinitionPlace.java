package dev.kilde.profile.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where in a folder which definitions lie. */
enum DefinitionPlace {
  LIMITS("limits.yaml"),
  SCORING("scoring.yaml"),
  IDENTITY("identity.yaml"),
  LOYALTY("loyalty.yaml"),
  SEGMENTS("segments/"),
  FLOWS("flows/");

  private static final String EXTENSION = ".yaml";

  /** A file, or with {@code /} at the end a folder of files. */
  private final String place;

  DefinitionPlace(String place) {
    this.place = place;
  }

  /** Whether the file looks like one that should be read. */
  static boolean looksLikeYaml(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return lower.endsWith(EXTENSION) || lower.endsWith(".yml");
  }

  /** The place of a file, by its path in the folder, with {@code /}. */
  static Optional<DefinitionPlace> of(String file) {
    return Arrays.stream(values()).filter(place -> place.holds(file)).findFirst();
  }

  /** What to do with a YAML file that is in none of the places. */
  static String remedy(String file) {
    String renamed = file.substring(0, file.lastIndexOf('.')) + EXTENSION;
    if (of(renamed).isPresent()) {
      return "rename it to " + renamed;
    }
    int slash = file.lastIndexOf('/');
    String name = renamed.substring(slash + 1);
    String meant = Nearest.to(name, places(false));
    if (meant != null) {
      return "did you mean " + meant + "?";
    }
    if (slash > 0) {
      String folder = Nearest.to(file.substring(0, file.indexOf('/') + 1), places(true));
      if (folder != null) {
        return "did you mean " + folder + name + "?";
      }
    }
    return "segments belong into segments/, flows into flows/, the rest into "
        + String.join(", ", places(false));
  }

  /** Whether this version does what such a file says. */
  boolean isEvaluated() {
    return switch (this) {
      case LIMITS, IDENTITY, SCORING, SEGMENTS -> true;
      case LOYALTY, FLOWS -> false;
    };
  }

  private boolean holds(String file) {
    return isFolder()
        ? file.startsWith(place)
            && file.endsWith(EXTENSION)
            && file.indexOf('/', place.length()) < 0
            && file.length() > place.length() + EXTENSION.length()
        : file.equals(place);
  }

  private boolean isFolder() {
    return place.endsWith("/");
  }

  private static List<String> places(boolean folders) {
    return Arrays.stream(values())
        .filter(each -> each.isFolder() == folders)
        .map(each -> each.place)
        .toList();
  }
}
