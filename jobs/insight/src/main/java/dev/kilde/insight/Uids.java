package dev.kilde.insight;

/** Every operator's uid. A released uid is never reused or renamed: state is found by it. */
final class Uids {

  static final String PROFILES = "profiles";
  static final String SPLIT = "split";
  static final String BUYER_CHANGES = "buyer-changes";
  static final String POPULATION_DELTAS = "population-deltas";
  static final String TENANT_MODELS = "tenant-models";
  static final String MODELS = "models";
  static final String DEAD_LETTERS = "dead-letters";

  private Uids() {}
}
