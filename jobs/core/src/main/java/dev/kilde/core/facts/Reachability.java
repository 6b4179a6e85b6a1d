package dev.kilde.core.facts;

import dev.kilde.core.event.IdentifierKind;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * On which channels a message would arrive; whether it may be sent is {@link Permissions}' to say.
 *
 * <pre>
 *   email  a confirmed e-mail address is known, the latest one has not bounced hard
 *   sms    likewise for the phone number
 *   push   likewise for the device, and push is granted for some purpose (the subscription is the
 *          grant)
 *   ads    a confirmed e-mail address or phone number is known, to be hashed
 *   post   a postal code is known, nothing came back from there
 * </pre>
 *
 * <p>An address that was only inferred, such as one typed by a clerk, is not confirmed.
 */
public final class Reachability {

  private Reachability() {}

  /** By channel, each of the five present. */
  public static Map<String, Boolean> of(
      KnownIdentifiers known, Contact contact, Permissions permissions, Engagement engagement) {
    SortedMap<String, Boolean> reachable = new TreeMap<>();
    reachable.put("email", delivers("email", known, IdentifierKind.EMAIL, engagement));
    reachable.put("sms", delivers("sms", known, IdentifierKind.PHONE, engagement));
    reachable.put(
        "push",
        delivers("push", known, IdentifierKind.DEVICE_ID, engagement)
            && permissions.grantedOn("push"));
    reachable.put(
        "ads",
        known.address(IdentifierKind.EMAIL).isPresent()
            || known.address(IdentifierKind.PHONE).isPresent());
    reachable.put(
        "post", contact.postalCode() != null && !engagement.unreachable().contains("post"));
    return reachable;
  }

  private static boolean delivers(
      String channel, KnownIdentifiers known, IdentifierKind kind, Engagement engagement) {
    return known
        .address(kind)
        .filter(address -> !engagement.unreachable().contains(channel))
        .filter(address -> !engagement.unreachable().contains(address))
        .isPresent();
  }
}
