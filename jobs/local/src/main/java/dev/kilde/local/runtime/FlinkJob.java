package dev.kilde.local.runtime;

/**
 * A job of a Flink cluster.
 *
 * @param id 32 hex characters
 * @param name as the job named itself
 * @param state Flink's name for it: {@code RUNNING}, {@code RESTARTING}, {@code FINISHED}, ...
 */
public record FlinkJob(String id, String name, String state) {}
