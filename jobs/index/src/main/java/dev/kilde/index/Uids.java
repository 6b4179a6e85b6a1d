package dev.kilde.index;

/**
 * Uids of every stateful stage: savepoints find their state by them. Never changed, never reused.
 */
final class Uids {
  static final String PROFILES = "index-profiles";
  static final String SPLIT = "index-split";
  static final String DOCUMENTS = "index-documents";
  static final String DEAD_LETTERS = "index-dead-letters";
  static final String SEGMENT_NEWS = "index-segment-news";
  static final String SEGMENT_SPLIT = "index-segment-split";
  static final String SEGMENTS = "index-segments";
  static final String SEGMENT_DOCUMENTS = "index-segment-documents";

  private Uids() {}
}
