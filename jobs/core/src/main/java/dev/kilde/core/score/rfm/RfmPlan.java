package dev.kilde.core.score.rfm;

import java.time.Duration;

/**
 * How purchases are scored: {@code rfm} of {@code scoring.yaml}.
 *
 * @param quintiles score by the population's break points where they are known; else by bands
 * @param window purchases of which span count; positive
 * @param bands break points where the population's are not asked for, or not known
 */
public record RfmPlan(boolean quintiles, Duration window, BreakPoints bands) {}
