package dev.kilde.core.facts;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list of which a copy with one more at the end shares everything: a fold adds to what
 * may be thousands.
 *
 * <pre>
 *   [a b c]  .with(d)      both are the beginning of one array, the first sees three of it
 * </pre>
 *
 * <p>Not thread-safe, as little as whoever folds.
 *
 * @param <E> an immutable element
 */
final class Growing<E> extends AbstractList<E> implements RandomAccess {

  private final List<E> shared;
  private final int size;

  private Growing(List<E> shared, int size) {
    this.shared = shared;
    this.size = size;
  }

  /** The same elements. */
  static <E> Growing<E> of(Collection<? extends E> elements) {
    return new Growing<>(new ArrayList<>(elements), elements.size());
  }

  /** The list with one more, where the list is not of this kind a copy. */
  static <E> List<E> with(List<E> list, E element) {
    Growing<E> growing = list instanceof Growing<E> already ? already : of(list);
    List<E> target =
        growing.shared.size() == growing.size ? growing.shared : new ArrayList<>(growing);
    target.add(element);
    return new Growing<>(target, target.size());
  }

  @Override
  public E get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return shared.get(index);
  }

  @Override
  public int size() {
    return size;
  }
}
