/** What people are judged by, while the job runs: definitions and models as they are published. */
@NullMarked
package dev.kilde.profile.rules;

import org.jspecify.annotations.NullMarked;
