package dev.kilde.profile.definition;

import java.util.List;

/** What came of reading a folder of definitions. */
public sealed interface FolderReading {

  /** In order of file. */
  List<Notice> notices();

  /**
   * Nothing is wrong.
   *
   * @param files how many files were read
   */
  record Valid(Definitions definitions, List<Notice> notices, int files) implements FolderReading {
    public Valid {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Something is wrong, so that none of it may be used.
   *
   * @param problems all of them, by file and position; never empty
   */
  record Invalid(List<Problem> problems, List<Notice> notices) implements FolderReading {
    public Invalid {
      problems = problems.stream().sorted().toList();
      notices = List.copyOf(notices);
    }
  }
}
