package dev.kilde.profile.definition;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small language, as conditions are one: what a guest may order. */
sealed interface Flavour {

  Shape<Flavour> SHAPE =
      new Shape.OneKey<>(
          "a flavour", () -> List.of(Mixed.KIND, Without.KIND, Ice.KIND, Plain.KIND));

  record Mixed(List<Flavour> parts) implements Flavour {
    static final Kind<Flavour> KIND =
        new Kind<>("mixed", "Of these.", new Shape.ListOf<>(SHAPE, 1).as(Mixed::new));
  }

  record Without(Flavour part) implements Flavour {
    static final Kind<Flavour> KIND = new Kind<>("without", "All but it.", SHAPE.as(Without::new));
  }

  record Plain() implements Flavour {
    static final Kind<Flavour> KIND =
        new Kind<>("plain", "Nothing at all.", new Shape.Flag().as(any -> new Plain()));
  }

  record Ice(String of, int balls, @Nullable Integer most) implements Flavour {
    private static final Field<String> OF =
        Field.required("of", new Shape.Word(List.of("vanilla", "cherry")), "What it tastes of.");
    private static final Field<Integer> BALLS =
        Field.optional("balls", new Shape.Whole(1, 5), "How many; 1 if left out.");
    private static final Field<Integer> MOST =
        Field.optional("most", new Shape.Whole(1, 5), "At most; no bound if left out.");

    static final Kind<Flavour> KIND =
        new Kind<>(
            "ice",
            "Balls of ice cream.",
            new Shape.Mapping("ice cream", List.of(OF, BALLS, MOST)).as(Ice::read));

    private static Ice read(Arguments given) {
      Ice ice = new Ice(given.need(OF), given.or(BALLS, 1), given.get(MOST));
      if (ice.most != null && ice.most < ice.balls) {
        throw new Mistake(
            "most", "at most " + ice.most + " is less than " + ice.balls, "a greater most");
      }
      if (ice.of.equals("cherry") && ice.balls == 5) {
        throw new Mistake(null, "too much\ncherry", "take vanilla");
      }
      return ice;
    }
  }
}
