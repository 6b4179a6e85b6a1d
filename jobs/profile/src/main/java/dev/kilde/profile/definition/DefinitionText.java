package dev.kilde.profile.definition;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A definition of a folder as its author wrote it: so it is published on the topic {@code
 * definitions}, and so it travels to the cluster.
 *
 * @param file relative to the folder, with {@code /}
 * @param kind {@code segment}, {@code flow}, {@code scoring} or {@code limits}
 * @param id as the file says; of {@code scoring} and {@code limits}, of which there is one, the
 *     kind
 * @param version as the file says; null for {@code scoring} and {@code limits}, which have none
 * @param yaml what stands in the file, nothing changed
 */
public record DefinitionText(
    String file, String kind, String id, @Nullable Integer version, String yaml)
    implements Serializable {}
