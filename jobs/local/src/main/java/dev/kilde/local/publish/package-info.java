/**
 * Publishes a folder of definitions on the topic {@code definitions}: what to send is decided from
 * the folder and what is there, then sent all or not at all.
 */
@NullMarked
package dev.kilde.local.publish;

import org.jspecify.annotations.NullMarked;
