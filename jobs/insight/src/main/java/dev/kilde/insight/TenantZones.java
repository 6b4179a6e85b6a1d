package dev.kilde.insight;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When a tenant's day begins.
 *
 * @param usual of every other tenant
 * @param own by tenant
 */
record TenantZones(ZoneId usual, Map<String, ZoneId> own) implements Serializable {

  private static final long serialVersionUID = 1;

  TenantZones {
    own = new HashMap<>(own); // which Flink can ship, as Map.of's it cannot
  }

  /**
   * As options write them.
   *
   * @param usual a zone's id
   * @param own {@code tenant=zone} each
   * @throws IllegalArgumentException with what is wrong and what would be right
   */
  static TenantZones of(String usual, List<String> own) {
    Map<String, ZoneId> zones = new HashMap<>();
    for (String entry : own) {
      int equals = entry.lastIndexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "write TENANT=ZONE, such as acme=Europe/London, not '" + entry + "'");
      }
      zones.put(entry.substring(0, equals).strip(), zone(entry.substring(equals + 1).strip()));
    }
    return new TenantZones(zone(usual), zones);
  }

  ZoneId of(String tenant) {
    return own.getOrDefault(tenant, usual);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + id + "' is no time zone, write one such as Europe/Copenhagen", e);
    }
  }
}
