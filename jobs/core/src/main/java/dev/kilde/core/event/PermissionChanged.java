package dev.kilde.core.event;

/**
 * Consent given, asked for or withdrawn.
 *
 * @param channel {@code email}, {@code sms}, {@code push}, {@code ads} or {@code post}
 * @param purpose the contract's or the tenant's own
 */
public record PermissionChanged(
    Envelope envelope, String channel, String purpose, PermissionStatus status) implements Event {}
