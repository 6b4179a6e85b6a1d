package dev.kilde.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class TenantZonesTest {

  @Test
  void aTenantHasItsOwnZoneOrTheUsualOne() throws Exception {
    TenantZones zones =
        InstantiationUtil.clone(
            TenantZones.of("Europe/Copenhagen", List.of("acme = Asia/Tokyo", "a=b=UTC")));
    assertThat(zones.of("acme")).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(zones.of("a=b")).isEqualTo(ZoneId.of("UTC"));
    assertThat(zones.of("other")).isEqualTo(ZoneId.of("Europe/Copenhagen"));
  }

  @Test
  void whatIsNoZoneAndWhoIsNoTenantAreRefusedWithARemedy() {
    assertThatThrownBy(() -> TenantZones.of("CPH", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'CPH' is no time zone, write one such as Europe/Copenhagen");
    assertThatThrownBy(() -> TenantZones.of("UTC", List.of("acme=")))
        .hasMessageContaining("'' is no time zone");
    assertThatThrownBy(() -> TenantZones.of("UTC", List.of("=UTC")))
        .hasMessageContaining("write TENANT=ZONE, such as acme=Europe/London, not '=UTC'");
  }
}
