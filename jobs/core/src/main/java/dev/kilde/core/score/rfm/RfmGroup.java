package dev.kilde.core.score.rfm;

import dev.kilde.core.shape.Shape;
import java.util.Arrays;
import java.util.Locale;

/**
 * What recency and frequency together say of a buyer: every pair of scores lies in exactly one.
 *
 * <pre>
 *        F1           F2           F3           F4           F5
 *   R5   new          potential .............   champions ...........
 *   R4   promising    potential .............   loyal ...............
 *   R3   about to sleep .......   attention     loyal ...............
 *   R2   hibernating ..........   at risk ...............   cannot lose
 *   R1   hibernating ..........   at risk ...............   cannot lose
 * </pre>
 */
public enum RfmGroup {
  CHAMPIONS(5, 5, 4, 5),
  LOYAL_CUSTOMERS(3, 4, 4, 5),
  POTENTIAL_LOYALISTS(4, 5, 2, 3),
  NEW_CUSTOMERS(5, 5, 1, 1),
  PROMISING(4, 4, 1, 1),
  NEED_ATTENTION(3, 3, 3, 3),
  ABOUT_TO_SLEEP(3, 3, 1, 2),
  CANNOT_LOSE(1, 2, 5, 5),
  AT_RISK(1, 2, 3, 4),
  HIBERNATING(1, 2, 1, 2);

  /** A group as a definition names it. */
  public static final Shape<RfmGroup> SHAPE =
      new Shape.Word(Arrays.stream(values()).map(RfmGroup::id).toList()).as(RfmGroup::ofId);

  private final int leastR;
  private final int mostR;
  private final int leastF;
  private final int mostF;

  RfmGroup(int leastR, int mostR, int leastF, int mostF) {
    this.leastR = leastR;
    this.mostR = mostR;
    this.leastF = leastF;
    this.mostF = mostF;
  }

  /**
   * The group of two scores.
   *
   * @throws IllegalArgumentException unless both are 1 to 5
   */
  public static RfmGroup of(int r, int f) {
    for (RfmGroup group : values()) {
      if (group.holds(r, f)) {
        return group;
      }
    }
    throw new IllegalArgumentException("no group of R" + r + " F" + f);
  }

  boolean holds(int r, int f) {
    return leastR <= r && r <= mostR && leastF <= f && f <= mostF;
  }

  /** The stable name in definitions and profiles: {@code cannot_lose}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static RfmGroup ofId(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
