package dev.kilde.core.event;

/** An event's id, unique per tenant and stream. */
public record EventId(Stream stream, String id) {}
