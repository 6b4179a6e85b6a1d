package dev.kilde.index;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.SegmentChange;

/**
 * A tenant's segment as one text, {@code TENANT:SEGMENT}: the tenant as it stands in names, which
 * has no colon, so two segments never share a key. It is the document's id, too: tenants that share
 * an index may well have segments of the same name.
 */
record SegmentKey(String tenant, String segment) {

  /** Of a record of {@link SegmentReading}. */
  static String of(Input news) {
    return news.record() instanceof Definition definition
        ? new SegmentKey(definition.getTenant(), definition.getId()).text()
        : of((SegmentChange) news.record());
  }

  private static String of(SegmentChange change) {
    return new SegmentKey(change.getTenant(), change.getSegment()).text();
  }

  static SegmentKey parse(String text) {
    int colon = text.indexOf(':');
    return new SegmentKey(TenantName.unescape(text.substring(0, colon)), text.substring(colon + 1));
  }

  String text() {
    return TenantName.escape(tenant) + ":" + segment;
  }
}
