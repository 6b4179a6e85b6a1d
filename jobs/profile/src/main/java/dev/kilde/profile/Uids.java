package dev.kilde.profile;

/** Every operator's uid. A released uid is never reused or renamed: state is found by it. */
public final class Uids {

  public static final String INPUTS = "inputs";
  public static final String INGEST = "ingest";
  public static final String PURCHASE = "purchase";
  public static final String PERSON = "person";
  public static final String PROFILES = "profiles";
  public static final String DEAD_LETTERS = "dead-letters";

  private Uids() {}
}
