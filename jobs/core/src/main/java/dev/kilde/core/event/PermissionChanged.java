package dev.kilde.core.event;

/**
 * Consent given, asked for or withdrawn.
 *
 * @param channel {@code email}, {@code sms}, {@code push}, {@code ads} or {@code post}
 * @param purpose the contract's or the tenant's own
 * @param confirmed of a grant, whether its evidence names what completed the sign-up: the click in
 *     a mail that asked for it, and not the form alone
 */
public record PermissionChanged(
    Envelope envelope, String channel, String purpose, PermissionStatus status, boolean confirmed)
    implements Event {}
