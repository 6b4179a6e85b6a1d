package dev.kilde.core.score.lead;

/**
 * Points at the instant they were earned, caps taken off.
 *
 * @param at ms since 1970
 * @param rule index of the rule that gave them
 * @param points positive
 */
record Earned(long at, int rule, double points) {}
