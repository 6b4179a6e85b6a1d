package dev.kilde.local.runtime;

/**
 * What a JobManager knows of its cluster.
 *
 * @param taskManagers registered and not yet given up
 * @param slots of those
 * @param freeSlots not taken by a job
 */
public record FlinkCluster(int taskManagers, int slots, int freeSlots) {}
