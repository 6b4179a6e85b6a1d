package dev.kilde.core.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contact data; only what is given changes, null leaves a field as it was.
 *
 * @param attributes the tenant's own fields; each given key changes on its own
 */
public record ContactChanged(
    Envelope envelope,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable LocalDate birthDate,
    @Nullable String country,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable List<String> customerGroups,
    @Nullable List<String> interests,
    Map<String, String> attributes)
    implements Event {}
