package dev.kilde.core.segment;

import java.util.List;

/** Why a segment among others cannot be judged. */
public sealed interface SegmentFault {

  /** The id of the segment. */
  String segment();

  /** Why, in words, without a full stop. */
  String words();

  /**
   * It refers to itself, by way of others or directly.
   *
   * @param path from the segment back to it: {@code a, b, a}
   */
  record Cycle(List<String> path) implements SegmentFault {
    public Cycle {
      path = List.copyOf(path);
    }

    @Override
    public String segment() {
      return path.get(0);
    }

    /** What it refers to first. */
    public String reference() {
      return path.get(1);
    }

    @Override
    public String words() {
      return path.size() == 2
          ? "segment " + segment() + " refers to itself"
          : "segments refer to each other in a circle: " + String.join(" -> ", path);
    }
  }

  /** It refers to a segment that does not exist. */
  record Unknown(String segment, String reference) implements SegmentFault {
    @Override
    public String words() {
      return "there is no segment " + reference;
    }
  }

  /** It refers to a segment that cannot be judged itself. */
  record LeftOut(String segment, String reference) implements SegmentFault {
    @Override
    public String words() {
      return "segment " + reference + " cannot be judged";
    }
  }
}
