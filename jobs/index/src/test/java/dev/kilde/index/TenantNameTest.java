package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantNameTest {

  @ParameterizedTest
  @CsvSource({
    "acme, acme",
    "acme.dk, acme.dk",
    "shop-2, shop-2",
    "my_shop, my_5fshop",
    "Acme, _41cme",
    "Bøger/2, _42_c3_b8ger_2f2",
    "'a,b', a_2cb",
    "'*', _2a"
  })
  void a_name_is_readable_where_it_can_be(String tenant, String name) {
    assertThat(TenantName.escape(tenant)).isEqualTo(name);
  }

  @Property
  void every_tenant_comes_back_so_two_never_share_a_name(@ForAll("tenants") String tenant) {
    assertThat(TenantName.unescape(TenantName.escape(tenant))).isEqualTo(tenant);
  }

  @Property
  void a_name_has_only_characters_elasticsearch_allows(@ForAll("tenants") String tenant) {
    assertThat(TenantName.escape(tenant)).matches("[a-z0-9._-]*");
  }

  @Test
  void what_is_no_tenants_name_is_refused() {
    assertThatThrownBy(() -> TenantName.unescape("a_4")).hasMessageContaining("a_4");
  }

  @Test
  void a_tenant_fits_if_its_name_does() {
    assertThat(TenantName.fits("a".repeat(230))).isTrue();
    assertThat(TenantName.fits("a".repeat(231))).isFalse();
    assertThat(TenantName.fits("A".repeat(77))).isFalse();
  }

  @Provide
  Arbitrary<String> tenants() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(40)
        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }
}
