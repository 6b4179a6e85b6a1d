package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentKindTest {

  @ParameterizedTest
  @CsvSource({
    "PROFILES, acme, profiles-acme",
    "PROFILES, Bøger/2, profiles-_42_c3_b8ger_2f2",
    "SEGMENTS, acme, segments-acme",
    "SEGMENTS, my_shop, segments-my_5fshop"
  })
  void an_alias_is_the_contracts_and_leads_back(DocumentKind kind, String tenant, String alias) {
    assertThat(kind.alias(tenant)).isEqualTo(alias);
    assertThat(DocumentKind.ofAlias(alias)).isEqualTo(kind);
    assertThat(kind.tenantOf(alias)).isEqualTo(tenant);
  }

  @ParameterizedTest
  @EnumSource
  void no_tenants_name_makes_one_kind_look_like_another(DocumentKind kind) {
    for (String tenant : List.of("profiles-", "segments-", "profiles-acme", "segments-acme")) {
      assertThat(DocumentKind.ofAlias(kind.alias(tenant))).isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @EnumSource
  void its_template_is_there(DocumentKind kind) {
    assertThat(TemplateTest.read(kind).at("/index_patterns/0").asText()).isEqualTo(kind.index("*"));
    assertThat(TemplateTest.read(kind).at("/template/mappings/_meta/layout").asInt())
        .isEqualTo(kind.layout());
  }

  @Test
  void what_is_no_alias_of_this_job_is_refused() {
    assertThatThrownBy(() -> DocumentKind.ofAlias("products-acme"))
        .hasMessageContaining("products-acme");
  }
}
