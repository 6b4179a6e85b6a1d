package dev.kilde.kafka.node;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Formats the storage folder where that is still to be done and runs the broker: what {@code
 * kafka-storage.sh format} and {@code kafka-server-start.sh} do, in one JVM instead of two.
 */
public final class KafkaNode {

  private KafkaNode() {}

  /**
   * Runs until the process is told to end.
   *
   * @param arguments the path of {@code server.properties}
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("usage: " + KafkaNode.class.getName() + " PROPERTIES");
    }
    String properties = arguments[0];
    String[] format = {
      "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", properties
    };
    int status = StorageTool.execute(format, System.out);
    if (status != 0) {
      System.err.println("The storage folder named in " + properties + " cannot be formatted.");
      System.exit(status);
    }
    Kafka.main(new String[] {properties});
  }
}
