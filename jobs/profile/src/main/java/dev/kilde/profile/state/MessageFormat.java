package dev.kilde.profile.state;

import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import java.io.IOException;
import java.time.Instant;

/** {@link Message}, on its way or waiting for its instant. */
public final class MessageFormat implements Format<Message> {

  private static final long serialVersionUID = 1;

  /** What a message is; constants are only ever added at the end. */
  enum Kind {
    PUT,
    DROP,
    LINKED,
    RETRACTED,
    HANDED_OVER,
    UNLINK,
    EXPORT,
    ERASE,
    ERASE_TIES,
    ACQUAINTED,
    CONTESTED
  }

  private final LinkFormat links = new LinkFormat();
  private final SpanFormat spans = new SpanFormat();
  private final LedgerFormat ledgers = new LedgerFormat();
  private final ClaimFormat claims = new ClaimFormat();

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Message message, StateWriter out) throws IOException {
    out.constant(kindOf(message));
    out.instant(message.at());
    if (message instanceof Message.Moved moved) {
      write(moved.change(), out);
    } else if (message instanceof Message.Linked linked) {
      links.write(linked.link(), out);
      out.flag(linked.believed());
    } else if (message instanceof Message.Retracted retracted) {
      links.write(retracted.link(), out);
      LinkFormat.id(retracted.because(), out);
    } else if (message instanceof Message.HandedOver handed) {
      IdentifierKeyFormat.write(handed.from(), out);
      ledgers.write(handed.ledger(), out);
    } else if (message instanceof Message.Unlink unlink) {
      IdentifierKeyFormat.write(unlink.target(), out);
      out.text(unlink.request());
    } else if (message instanceof Message.Export export) {
      out.text(export.request());
    } else if (message instanceof Message.Erase erase) {
      out.text(erase.request());
      out.list(erase.through(), through -> IdentifierFormat.write(through, out));
      out.flag(erase.onlyHere());
    } else if (message instanceof Message.EraseTies erase) {
      out.text(erase.request());
      IdentifierKeyFormat.write(erase.target(), out);
      out.list(erase.spans(), span -> spans.write(span, out));
    } else if (message instanceof Message.Contested contested) {
      IdentifierKeyFormat.write(contested.by(), out);
      IdentifierKeyFormat.write(contested.with(), out);
      IdentifierKeyFormat.write(contested.rival(), out);
      LinkFormat.id(contested.cause(), out);
      out.instant(contested.since());
    } else if (message instanceof Message.Acquainted acquainted) {
      IdentifierFormat.write(acquainted.self(), out);
      IdentifierFormat.write(acquainted.weaker(), out);
      LinkFormat.id(acquainted.cause(), out);
      out.instant(acquainted.since());
    }
  }

  @Override
  public Message read(int version, StateReader in) throws IOException {
    Kind kind = in.constant(Kind.values());
    Instant at = in.instant();
    return switch (kind) {
      case PUT -> new Message.Moved(new Change.Put(claims.read(1, in), at));
      case DROP -> {
        IdentifierKey source = IdentifierKeyFormat.readOptional(in);
        yield new Message.Moved(new Change.Drop(source, LinkFormat.id(in), at));
      }
      case LINKED -> new Message.Linked(links.read(1, in), in.flag(), at);
      case RETRACTED -> new Message.Retracted(links.read(1, in), LinkFormat.id(in), at);
      case HANDED_OVER ->
          new Message.HandedOver(IdentifierKeyFormat.read(in), ledgers.read(1, in), at);
      case UNLINK -> new Message.Unlink(IdentifierKeyFormat.read(in), in.text(), at);
      case EXPORT -> new Message.Export(in.text(), at);
      case ERASE ->
          new Message.Erase(in.text(), in.list(() -> IdentifierFormat.read(in)), in.flag(), at);
      case ERASE_TIES ->
          new Message.EraseTies(
              in.text(), IdentifierKeyFormat.read(in), in.list(() -> spans.read(1, in)), at);
      case CONTESTED ->
          new Message.Contested(
              IdentifierKeyFormat.read(in),
              IdentifierKeyFormat.read(in),
              IdentifierKeyFormat.read(in),
              LinkFormat.id(in),
              in.instant(),
              at);
      case ACQUAINTED ->
          new Message.Acquainted(
              IdentifierFormat.read(in),
              IdentifierFormat.read(in),
              LinkFormat.id(in),
              in.instant(),
              at);
    };
  }

  @Override
  public Format<Message> duplicate() {
    return new MessageFormat();
  }

  private void write(Change change, StateWriter out) throws IOException {
    if (change instanceof Change.Put put) {
      claims.write(put.claim(), out);
    } else {
      IdentifierKeyFormat.write(change.source(), out);
      LinkFormat.id(change.id(), out);
    }
  }

  private static Kind kindOf(Message message) {
    if (message instanceof Message.Moved moved) {
      return moved.change() instanceof Change.Put ? Kind.PUT : Kind.DROP;
    }
    if (message instanceof Message.Linked) {
      return Kind.LINKED;
    }
    if (message instanceof Message.Retracted) {
      return Kind.RETRACTED;
    }
    if (message instanceof Message.HandedOver) {
      return Kind.HANDED_OVER;
    }
    if (message instanceof Message.Unlink) {
      return Kind.UNLINK;
    }
    if (message instanceof Message.Export) {
      return Kind.EXPORT;
    }
    if (message instanceof Message.Contested) {
      return Kind.CONTESTED;
    }
    if (message instanceof Message.Acquainted) {
      return Kind.ACQUAINTED;
    }
    return message instanceof Message.Erase ? Kind.ERASE : Kind.ERASE_TIES;
  }
}
