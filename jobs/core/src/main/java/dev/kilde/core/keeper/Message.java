package dev.kilde.core.keeper;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.Stream;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.person.Change;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reaches a {@link Keeper}. It takes effect at its instant, not before. */
public sealed interface Message {

  /**
   * In the order in which a keeper takes what is due: by instant; at one instant links that were
   * mistakes, then links, then who met whom, then events that are taken away, then events in
   * canonical order, then conflicts, then hand-overs, then requests; of those an erasure before
   * what it asks of weaker identifiers, since a replay hears both at once.
   */
  Comparator<Message> IN_ORDER =
      Comparator.comparing(Message::at)
          .thenComparing(Message::turn)
          .thenComparing(Message::compareWithin);

  /** When it takes effect. */
  Instant at();

  /** The cause's id; the same message has the same. */
  EventId id();

  /** An event belongs here, or no longer. */
  record Moved(Change change) implements Message {
    @Override
    public Instant at() {
      return change.effectiveAt();
    }

    @Override
    public EventId id() {
      return change.id();
    }
  }

  /**
   * This identifier was seen together with a stronger one.
   *
   * @param believed whether the source is trusted enough for the link to be taken
   * @param at when it is known: never before the link began
   */
  record Linked(Link link, boolean believed, Instant at) implements Message {

    /** Known from when it began. */
    public Linked(Link link, boolean believed) {
      this(link, believed, link.since());
    }

    @Override
    public EventId id() {
      return link.cause();
    }
  }

  /**
   * A link was a mistake of its source: a purchase it came with has turned out to be somebody
   * else's.
   *
   * @param because the event that corrects it
   */
  record Retracted(Link link, EventId because, Instant at) implements Message {
    @Override
    public EventId id() {
      return link.cause();
    }
  }

  /**
   * A weaker identifier was seen with one that is, or was led here, and follows another instead: a
   * conflict, unless both turn out to be one person.
   *
   * <pre>
   *   device follows contact c, seen with e-mail e:   contested at e; e points to c: no conflict
   * </pre>
   *
   * @param by the weaker identifier
   * @param with whom it was seen with
   * @param rival whom it follows, or whom that one leads to; stronger than where this goes
   * @param since when it was seen
   */
  record Contested(
      IdentifierKey by,
      IdentifierKey with,
      IdentifierKey rival,
      EventId cause,
      Instant since,
      Instant at)
      implements Message {
    @Override
    public EventId id() {
      return cause;
    }
  }

  /**
   * A purchase showed this identifier with a weaker one, and is at a stronger one, whom its newest
   * snapshot names as well: an erasure has to find the way all the same.
   *
   * @param self this identifier, as it is written
   * @param cause the event that names both
   * @param since when it occurred
   */
  record Acquainted(Identifier self, Identifier weaker, EventId cause, Instant since, Instant at)
      implements Message {
    @Override
    public EventId id() {
      return cause;
    }
  }

  /** A weaker identifier's person turned out to be this one: what it was in the middle of. */
  record HandedOver(IdentifierKey from, Ledger ledger, Instant at) implements Message {
    @Override
    public EventId id() {
      return new EventId(Stream.PRIVACY, from.hash());
    }
  }

  /**
   * A link is taken back: it does not count from {@code at} on, nor does any older one to there.
   */
  record Unlink(IdentifierKey target, String request, Instant at) implements Message {
    @Override
    public EventId id() {
      return new EventId(Stream.PRIVACY, request);
    }
  }

  /** Hand out everything held on the person. */
  record Export(String request, Instant at) implements Message {
    @Override
    public EventId id() {
      return new EventId(Stream.PRIVACY, request);
    }
  }

  /**
   * Forget the person this identifier names at {@code at}, and everything up to then.
   *
   * @param through the weaker identifiers the request came through, as they are written
   * @param onlyHere whether the identifier was named beside a stronger one: where it points to
   *     somebody, nothing is done
   */
  record Erase(String request, List<Identifier> through, boolean onlyHere, Instant at)
      implements Message {
    public Erase {
      through = List.copyOf(through);
    }

    @Override
    public EventId id() {
      return new EventId(Stream.PRIVACY, request);
    }
  }

  /**
   * The person whom this identifier pointed to through {@code target} was erased: what went there
   * goes, and so do the links.
   *
   * @param spans within which {@code target} was the erased person; empty: at any time
   * @param at the instant of the request; what occurred later stays
   */
  record EraseTies(String request, IdentifierKey target, List<Span> spans, Instant at)
      implements Message {
    public EraseTies {
      spans = List.copyOf(spans);
    }

    /**
     * Whether links to {@code target} end by it: not where it was somebody else by then, whom they
     * still lead to.
     */
    boolean endsLinks() {
      return spans.isEmpty() || spans.stream().anyMatch(span -> span.holds(at));
    }

    @Override
    public EventId id() {
      return new EventId(Stream.PRIVACY, request);
    }
  }

  private int turn() {
    if (this instanceof Retracted) {
      return 0;
    }
    if (this instanceof Linked) {
      return 1;
    }
    if (this instanceof Acquainted) {
      return 2;
    }
    if (this instanceof Moved) {
      return 3;
    }
    if (this instanceof Contested) {
      return 4;
    }
    if (this instanceof HandedOver) {
      return 5;
    }
    if (this instanceof Unlink) {
      return 6;
    }
    if (this instanceof Export) {
      return 7;
    }
    return this instanceof Erase ? 8 : 9;
  }

  private int compareWithin(Message other) {
    if (this instanceof Moved a && other instanceof Moved b) {
      return Change.IN_ORDER_OF_EFFECT.compare(a.change(), b.change());
    }
    int byId = new CanonicalOrder(at(), id()).compareTo(new CanonicalOrder(other.at(), other.id()));
    if (byId != 0) {
      return byId;
    }
    int byTarget = CanonicalOrder.compareUtf8(target(this), target(other));
    return byTarget != 0 ? byTarget : compareLinks(other);
  }

  /** Two contents of one event may be trusted differently: both are taken. */
  private int compareLinks(Message other) {
    if (this instanceof Linked a && other instanceof Linked b) {
      int byLink = Pointers.IN_ORDER.compare(a.link(), b.link());
      return byLink != 0 ? byLink : Boolean.compare(a.believed(), b.believed());
    }
    return this instanceof Retracted a && other instanceof Retracted b
        ? Pointers.IN_ORDER.compare(a.link(), b.link())
        : 0;
  }

  private static String target(Message message) {
    if (message instanceof Linked linked) {
      return linked.link().target().hash();
    }
    if (message instanceof Retracted retracted) {
      return retracted.link().target().hash();
    }
    if (message instanceof EraseTies erase) {
      return erase.target().hash();
    }
    if (message instanceof Contested contested) {
      return contested.by().hash() + contested.with().hash();
    }
    if (message instanceof Acquainted acquainted) {
      return acquainted.weaker().kind().field() + ":" + acquainted.weaker().value();
    }
    return message instanceof Unlink unlink ? unlink.target().hash() : "";
  }

  /** The weaker identifier a moved event came through; null otherwise. */
  default @Nullable IdentifierKey source() {
    return this instanceof Moved moved ? moved.change().source() : null;
  }
}
