package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** What is wrong with text that is no JSON, without repeating any of it. */
final class NotJson {

  private NotJson() {}

  static String describe(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place = at == null ? "" : " at character " + at.getColumnNr();
    return e instanceof JsonEOFException
        ? "ends in the middle of the object: is the line cut off?"
        : "not valid JSON" + place;
  }
}
