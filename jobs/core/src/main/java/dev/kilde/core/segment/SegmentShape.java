package dev.kilde.core.segment;

import dev.kilde.core.segment.Segment.Audience;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.DefinitionId;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Shape;
import java.util.List;

/** What a file of {@code segments/} holds. */
public final class SegmentShape {

  /** Which segment it is. */
  public static final Field<String> ID =
      Field.required(
          "segment",
          DefinitionId.shape("my-segment"),
          "The id: lower-case letters and digits joined by -, once among segments.");

  private static final Field<Integer> VERSION =
      Field.required(
          "version", new Shape.Whole(1, 999_999_999), "Counted up with every change, from 1.");

  private static final Field<String> NAME =
      Field.optional(
          "name",
          new Shape.Text("Quiet for 60 days"),
          "What it is called where marketers see it; default: the id.");

  private static final Field<String> DESCRIPTION =
      Field.optional(
          "description",
          new Shape.Text("Bought before, but not in the last 60 days."),
          "What it is for; read by people only.");

  private static final Field<Condition> WHERE =
      Field.required("where", Conditions.SHAPE, "Who is in it.");

  private static final Field<String> PURPOSE =
      Field.required(
          "purpose", new Shape.Text("ads"), "The purpose of the permission that is needed.");

  private static final Field<List<String>> NETWORKS =
      Field.required(
          "networks",
          new Shape.OneOrMore<>(new Shape.Word(List.of("meta", "google"))),
          "The ad networks.");

  private static final Field<Audience> AUDIENCE =
      Field.optional(
          "audience",
          new Shape.Mapping("an audience", List.of(PURPOSE, NETWORKS))
              .as(given -> new Audience(given.need(PURPOSE), distinct(given.need(NETWORKS)))),
          "Ad networks that follow the membership; default: none.");

  /** The file as a whole. */
  public static final Shape<Segment> SHAPE =
      new Shape.Mapping("a segment", List.of(ID, VERSION, NAME, DESCRIPTION, WHERE, AUDIENCE))
          .as(SegmentShape::segment);

  private SegmentShape() {}

  private static Segment segment(Arguments given) {
    String id = given.need(ID);
    return new Segment(
        id, given.need(VERSION), given.or(NAME, id), given.need(WHERE), given.get(AUDIENCE));
  }

  private static List<String> distinct(List<String> words) {
    return words.stream().distinct().toList();
  }
}
