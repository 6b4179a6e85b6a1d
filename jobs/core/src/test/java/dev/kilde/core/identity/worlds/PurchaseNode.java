package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentityRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some of the purchases. */
final class PurchaseNode extends Node {

  private final IdentityRules rules;
  private final Map<PurchaseKey, PurchaseStep> steps = new LinkedHashMap<>();

  private @Nullable Outputs outputs;

  PurchaseNode(IdentityRules rules) {
    this.rules = rules;
  }

  void outputs(Outputs to) {
    outputs = to;
  }

  @Override
  void receive(Letter letter) {
    if (!(letter instanceof Letter.Purchased purchased)) {
      throw new IllegalArgumentException("not of a purchase: " + letter);
    }
    steps
        .computeIfAbsent(Outputs.keyOf(purchased), key -> new PurchaseStep(key, rules))
        .receive(purchased.event(), watermark(), outputs()::send);
  }

  @Override
  void advance() {
    steps.values().forEach(step -> step.advance(watermark(), outputs()::send));
  }

  @Override
  void passOn(Instant mark) {
    outputs().passOn(mark);
  }

  private Outputs outputs() {
    return Objects.requireNonNull(outputs);
  }
}
