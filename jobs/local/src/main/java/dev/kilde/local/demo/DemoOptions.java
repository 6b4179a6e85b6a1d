package dev.kilde.local.demo;

import dev.kilde.local.runtime.LocalStackOptions;
import dev.kilde.local.shop.ShopOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to show.
 *
 * @param shop the sample shop to play
 * @param events a folder to play in its place; null: the shop
 * @param rate events per second, 0: as fast as they can be written
 * @param once end when everything has arrived
 * @param folder where servers work; emptied first
 * @param stack ports and sizes of the servers
 */
record DemoOptions(
    ShopOptions shop,
    @Nullable Path events,
    double rate,
    boolean once,
    Path folder,
    LocalStackOptions stack) {}
