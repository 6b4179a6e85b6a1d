package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.kilde.schemas.RejectedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Bytes, base64. */
final class BytesShape implements Shape {

  @Override
  public Object read(JsonReading in) throws RejectedException, IOException {
    if (in.parser().currentToken() != JsonToken.VALUE_STRING) {
      throw in.wrongType("bytes in base64");
    }
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(in.parser().getText()));
    } catch (IllegalArgumentException e) {
      throw in.wrongType("bytes in base64");
    }
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    ByteBuffer buffer = ((ByteBuffer) value).duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    out.writeString(Base64.getEncoder().encodeToString(bytes));
  }
}
