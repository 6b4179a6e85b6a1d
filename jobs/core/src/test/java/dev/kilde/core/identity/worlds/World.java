package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.Event;
import dev.kilde.core.identity.ProfileId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that happened, with its truth. */
record World(List<Happening> happenings) {

  List<Event> events() {
    return happenings.stream().map(Happening::event).toList();
  }

  /** Everybody there is, by profile id. */
  Map<ProfileId, Facts> truth() {
    Map<ProfileId, Set<Event>> events = new HashMap<>();
    for (Happening each : happenings) {
      events
          .computeIfAbsent(ProfileId.of(Chain.TENANT, each.who()), k -> new LinkedHashSet<>())
          .add(each.asFolded());
    }
    Map<ProfileId, Facts> truth = new HashMap<>();
    events.forEach((who, of) -> truth.put(who, Facts.of(of)));
    return truth;
  }

  /** A table: time, event, who. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    happenings.stream()
        .sorted(Comparator.comparing((Happening each) -> each.event().occurredAt()))
        .forEach(each -> lines.add(Tables.line(each.event()) + " | " + each.who().value()));
    return "\n" + String.join("\n", lines) + "\n";
  }
}
