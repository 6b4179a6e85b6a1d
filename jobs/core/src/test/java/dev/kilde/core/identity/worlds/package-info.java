/**
 * The laws of identity: all keepers of a tenant in memory, worlds of people whose truth is known,
 * and worlds of chance whose truth a naive resolver tells.
 */
package dev.kilde.core.identity.worlds;
