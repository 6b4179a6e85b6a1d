package dev.kilde.profile.state;

import dev.kilde.core.facts.Visit;
import dev.kilde.core.facts.Visits;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link Visits}: the words that occur once each, then times as steps and words by their number.
 */
public final class VisitsFormat implements Format<Visits> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Visits visits, StateWriter out) throws IOException {
    Map<String, Integer> words = new LinkedHashMap<>();
    for (Visit visit : visits.all()) {
      for (String word : wordsOf(visit)) {
        if (word != null) {
          words.putIfAbsent(word, words.size() + 1);
        }
      }
    }
    out.list(words.keySet(), out::text);
    out.unsigned(visits.all().size());
    long before = 0;
    for (Visit visit : visits.all()) {
      long at = visit.at().toEpochMilli();
      out.unsigned(at - before); // in order, so a small number; any other is one of ten bytes
      before = at;
      for (String word : wordsOf(visit)) {
        out.unsigned(word == null ? 0 : words.getOrDefault(word, 0));
      }
    }
  }

  @Override
  public Visits read(int version, StateReader in) throws IOException {
    List<String> words = in.list(in::text);
    int size = Math.toIntExact(in.unsigned());
    List<Visit> visits = new ArrayList<>(size);
    long at = 0;
    for (int i = 0; i < size; i++) {
      at += in.unsigned();
      visits.add(
          new Visit(
              Instant.ofEpochMilli(at),
              Objects.requireNonNull(word(words, in)),
              word(words, in),
              word(words, in),
              word(words, in),
              word(words, in),
              word(words, in)));
    }
    return new Visits(visits);
  }

  private static @Nullable String word(List<String> words, StateReader in) throws IOException {
    int index = Math.toIntExact(in.unsigned());
    return index == 0 ? null : words.get(index - 1);
  }

  private static List<@Nullable String> wordsOf(Visit visit) {
    return Arrays.asList(
        visit.name(),
        visit.pageType(),
        visit.productId(),
        visit.category(),
        visit.brand(),
        visit.searchTerm());
  }
}
