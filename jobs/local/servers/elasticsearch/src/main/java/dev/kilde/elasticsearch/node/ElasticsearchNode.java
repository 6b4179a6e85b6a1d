package dev.kilde.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts one node and closes it in good order when the process is told to end: what {@code
 * bin/elasticsearch} does, without the parts that are not on Maven Central.
 */
public final class ElasticsearchNode {

  private static final String NAME = "local-0";

  private ElasticsearchNode() {}

  /**
   * Runs until the process is told to end. The node's own threads are daemons: this one stays.
   *
   * @param arguments the home folder (with {@code modules}) and the folder of {@code
   *     elasticsearch.yml}
   * @throws NodeValidationException if the settings are not fit to run with
   * @throws InterruptedException if this thread is told to hurry
   */
  public static void main(String[] arguments) throws NodeValidationException, InterruptedException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "usage: " + ElasticsearchNode.class.getName() + " HOME CONFIG");
    }
    Settings home = Settings.builder().put("path.home", arguments[0]).build();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            home, Map.of(), Path.of(arguments[1]), () -> NAME);
    LogConfigurator.setNodeName(Node.NODE_NAME_SETTING.get(environment.settings()));
    LogConfigurator.configureWithoutConfig(environment.settings());
    PluginsLoader modules =
        PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir()),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
            Map.of(),
            false);
    Node node = new Node(environment, modules);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
    node.start();
    new CountDownLatch(1).await();
  }

  private static void close(Node node) {
    try {
      node.prepareForClose();
      node.close();
      if (!node.awaitClose(10, TimeUnit.SECONDS)) {
        System.err.println("The node did not finish its running requests within 10 s.");
      }
    } catch (IOException broken) {
      System.err.println("The node did not close in good order: " + broken);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
