/** Who was in which segment when, told a second time by somebody who looks at everything anew. */
package dev.kilde.core.segment.history;
