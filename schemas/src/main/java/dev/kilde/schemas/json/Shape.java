package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;

/** How one Avro type stands in JSON. Shapes hold no state and are shared. */
interface Shape {

  /**
   * The value at the reading's current token, which is not {@code null}; afterwards the current
   * token is the value's last.
   *
   * @throws RejectedException if the value is not of this shape
   * @throws IOException if the text is no JSON
   */
  Object read(JsonReading in) throws RejectedException, IOException;

  /** Writes a value, which is not null. */
  void write(JsonGenerator out, Object value) throws IOException;
}
