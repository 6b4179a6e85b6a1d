package dev.kilde.index;

import java.io.Serializable;
import java.util.Set;

/**
 * Which index stands behind a tenant's alias. Small tenants share one, so that thousands of tenants
 * are not thousands of shards; the dedicated have their own.
 *
 * @param dedicatedTenants tenants with an index of their own
 * @param sharedShards primary shards of the shared index
 * @param dedicatedShards primary shards of each dedicated index
 * @param replicas copies of each shard
 */
record IndexLayout(
    Set<String> dedicatedTenants, int sharedShards, int dedicatedShards, int replicas)
    implements Serializable {

  /** Of the mapping; a change that an existing index cannot take makes it one greater. */
  static final int VERSION = 1;

  static final String TEMPLATE = "kilde-profiles-v" + VERSION;
  static final String SHARED_INDEX = "kilde-profiles-shared-v" + VERSION;

  IndexLayout {
    dedicatedTenants = Set.copyOf(dedicatedTenants);
  }

  boolean isDedicated(String tenant) {
    return dedicatedTenants.contains(tenant);
  }

  String index(String tenant) {
    if (!isDedicated(tenant)) {
      return SHARED_INDEX;
    }
    // A dedicated tenant called "shared" must not meet the shared index.
    String name = tenant.equals("shared") ? "_73hared" : TenantName.escape(tenant);
    return "kilde-profiles-" + name + "-v" + VERSION;
  }

  int shards(String tenant) {
    return isDedicated(tenant) ? dedicatedShards : sharedShards;
  }
}
