package dev.kilde.connectors.elasticsearch;

import java.io.Serializable;

/**
 * A write that Elasticsearch will never take.
 *
 * @param write with the document's bytes
 * @param code why, stable and snake_case: Elasticsearch's error type, or {@code too_large}
 * @param detail why, in words; may quote the document
 */
public record RejectedWrite(DocumentWrite write, String code, String detail)
    implements Serializable {}
