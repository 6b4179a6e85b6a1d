package dev.kilde.profile.definition;

/**
 * Something about a definition that is no mistake, but not what its author may expect.
 *
 * @param file relative to the folder, with {@code /}
 * @param what one line
 */
public record Notice(String file, String what) {

  @Override
  public String toString() {
    return file + ": " + what;
  }
}
