package dev.kilde.index;

import java.io.Serializable;
import java.util.Set;

/**
 * Which index stands behind a tenant's alias. Small tenants share one, so that thousands of tenants
 * are not thousands of shards; the dedicated have their own.
 *
 * @param dedicatedTenants tenants with an index of their own
 * @param sharedShards primary shards of the shared index of profiles
 * @param dedicatedShards primary shards of each dedicated index of profiles
 * @param replicas copies of each shard
 */
record IndexLayout(
    Set<String> dedicatedTenants, int sharedShards, int dedicatedShards, int replicas)
    implements Serializable {

  private static final String SHARED = "shared";

  IndexLayout {
    dedicatedTenants = Set.copyOf(dedicatedTenants);
  }

  boolean isDedicated(String tenant) {
    return dedicatedTenants.contains(tenant);
  }

  String index(DocumentKind kind, String tenant) {
    if (!isDedicated(tenant)) {
      return kind.index(SHARED);
    }
    // A dedicated tenant called "shared" must not meet the shared index.
    return kind.index(tenant.equals(SHARED) ? "_73hared" : TenantName.escape(tenant));
  }

  /** A tenant has some hundred segments at most: one shard holds those of thousands of tenants. */
  int shards(DocumentKind kind, String tenant) {
    return switch (kind) {
      case PROFILES -> isDedicated(tenant) ? dedicatedShards : sharedShards;
      case SEGMENTS -> 1;
    };
  }
}
