package dev.kilde.index;

import static dev.kilde.index.DocumentKind.PROFILES;
import static dev.kilde.index.DocumentKind.SEGMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexLayoutTest {
  private final IndexLayout layout = new IndexLayout(Set.of("large", "shared", "Æ"), 3, 5, 1);

  @Test
  void segments_have_indices_of_their_own_of_one_shard() {
    assertThat(layout.index(SEGMENTS, "small")).isEqualTo("kilde-segments-shared-v1");
    assertThat(layout.index(SEGMENTS, "large")).isEqualTo("kilde-segments-large-v1");
    assertThat(layout.index(SEGMENTS, "shared")).isEqualTo("kilde-segments-_73hared-v1");
    assertThat(layout.shards(SEGMENTS, "small")).isEqualTo(1);
    assertThat(layout.shards(SEGMENTS, "large")).isEqualTo(1);
  }

  @Test
  void small_tenants_share_an_index_and_dedicated_ones_have_their_own() {
    assertThat(layout.index(PROFILES, "small")).isEqualTo("kilde-profiles-shared-v1");
    assertThat(layout.index(PROFILES, "tiny")).isEqualTo("kilde-profiles-shared-v1");
    assertThat(layout.index(PROFILES, "large")).isEqualTo("kilde-profiles-large-v1");
    assertThat(layout.index(PROFILES, "Æ")).isEqualTo("kilde-profiles-_c3_86-v1");
    assertThat(layout.shards(PROFILES, "small")).isEqualTo(3);
    assertThat(layout.shards(PROFILES, "large")).isEqualTo(5);
  }

  @Test
  void a_dedicated_tenant_called_shared_does_not_meet_the_others() {
    assertThat(layout.index(PROFILES, "shared")).isEqualTo("kilde-profiles-_73hared-v1");
    assertThat(TenantName.unescape("_73hared")).isEqualTo("shared");
  }

  @Test
  void the_longest_tenant_still_makes_a_legal_index_name() {
    String longest = "x".repeat(TenantName.MAX_ESCAPED);
    for (DocumentKind kind : DocumentKind.values()) {
      assertThat(new IndexLayout(Set.of(longest), 1, 1, 0).index(kind, longest))
          .hasSizeLessThanOrEqualTo(255);
    }
  }
}
