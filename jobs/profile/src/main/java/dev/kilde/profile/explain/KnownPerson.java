package dev.kilde.profile.explain;

import dev.kilde.core.person.Profile;
import dev.kilde.core.score.Facts;
import dev.kilde.core.segment.Membership;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that somebody was judged on at the end of a replay.
 *
 * @param profileId as in the document
 * @param memberships as last judged
 */
public record KnownPerson(
    String tenant, String profileId, List<Membership> memberships, Facts facts) {

  private static final String PROFILE_ID = "profileId";
  private static final String TENANT = "tenant";
  private static final String KNOWN = "known";

  public KnownPerson {
    memberships = List.copyOf(memberships);
  }

  /** The person of a profile. */
  public static KnownPerson of(Profile profile) {
    return new KnownPerson(
        profile.tenant(), profile.profileId().hex(), profile.segments(), profile.facts());
  }

  /** As a line of a file. */
  public String line() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(PROFILE_ID, profileId);
    fields.put(TENANT, tenant);
    fields.put(KNOWN, Base64.getEncoder().encodeToString(bytes()));
    return FlatLine.write(fields);
  }

  /** What a line about somebody begins with. */
  static String beginning(String profileId) {
    String line = FlatLine.write(Map.of(PROFILE_ID, profileId));
    return line.substring(0, line.length() - 1) + ",";
  }

  /**
   * The person of a line.
   *
   * @throws IOException if it cannot be read
   */
  static KnownPerson read(String line) throws IOException {
    FlatLine fields = FlatLine.read(line);
    byte[] bytes = decoded(fields.need(KNOWN));
    StateReader in = new StateReader(new DataInputStream(new ByteArrayInputStream(bytes)));
    List<Membership> memberships =
        in.list(() -> new Membership(in.text(), (int) in.fixed(), in.instant()));
    return new KnownPerson(
        fields.need(TENANT), fields.need(PROFILE_ID), memberships, FactBytes.read(in));
  }

  private static byte[] decoded(String text) throws IOException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IOException("what is known is not in base 64", e);
    }
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateWriter out = new StateWriter(new DataOutputStream(bytes));
    try {
      out.list(
          memberships,
          each -> {
            out.text(each.segment());
            out.fixed(each.version());
            out.instant(each.since());
          });
      FactBytes.write(facts, out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
