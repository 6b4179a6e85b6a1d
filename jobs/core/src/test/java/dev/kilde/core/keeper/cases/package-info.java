/** Worked cases: what other vendors document, and what happens at the till, as tables. */
package dev.kilde.core.keeper.cases;
