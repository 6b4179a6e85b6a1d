package dev.kilde.core.keeper;

import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.Link;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.PersonStore;
import dev.kilde.core.person.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one keeper is kept between messages: keyed state in the job, a map in tests. {@link Keeper}
 * reads each part at most once and writes back what changed.
 */
public interface KeeperStore extends PersonStore {

  /** Null: nothing is kept here. */
  @Nullable Standing standing();

  void standing(Standing standing);

  /** Messages that wait for their instant, in any order. */
  List<Message> pending();

  void pending(List<Message> messages);

  /** Null: none. */
  @Nullable Ties ties();

  void ties(Ties ties);

  /** Null: none. */
  @Nullable Acquaintance acquaintance();

  void acquaintance(@Nullable Acquaintance acquaintance);

  /** Null: nothing. */
  @Nullable Ledger ledger();

  void ledger(Ledger ledger);

  /** Events passed on to whom the identifier points to. */
  Rows<Held> passed();

  /** Links by the event that made them. */
  Rows<Link> links();

  /** Forgets everything. */
  void clear();
}
