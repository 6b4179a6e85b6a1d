/** Whole-job benchmarks: ratios within one run, medians of several rounds. */
@NullMarked
package dev.kilde.benchmarks;

import org.jspecify.annotations.NullMarked;
