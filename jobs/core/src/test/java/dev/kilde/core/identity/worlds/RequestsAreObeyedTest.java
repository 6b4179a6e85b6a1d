package dev.kilde.core.identity.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Profile;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is asked for on time is done, whatever comes after it. */
class RequestsAreObeyedTest {

  @Provide
  Arbitrary<List<Event>> events() {
    return new Chaos(20, true, true).events();
  }

  /** What an order or an event said before it was corrected is nothing a resolver can know. */
  @Provide
  Arbitrary<List<Event>> uncorrected() {
    return new Chaos(20, false, false).events();
  }

  @Provide
  Arbitrary<Long> numbers() {
    return Chaos.numbers();
  }

  @Property(tries = 10_000, seed = "20240301", edgeCases = EdgeCasesMode.NONE)
  void whatIsUnlinkedIsAsIfItHadNeverBeenLinked(
      @ForAll("events") List<Event> events,
      @ForAll ChaosRules rules,
      @ForAll("numbers") long chance) {
    SplittableRandom random = new SplittableRandom(chance);
    List<Request> requests =
        Request.some(
            events, rules.rules(), random, List.of(Request.Kind.UNLINK, Request.Kind.EXPORT));

    Chain chain = played(events, requests, rules, random);

    assertThat(chain.facts())
        .as(() -> Tables.of(events) + requests)
        .isEqualTo(new NaiveResolver(events, rules.rules()).after(requests).everybodyByKey());
  }

  @Property(tries = 10_000, seed = "20240301", edgeCases = EdgeCasesMode.NONE)
  void whoIsErasedIsGoneAndWhatComesLaterIsOfSomebodyNew(
      @ForAll("uncorrected") List<Event> events,
      @ForAll ChaosRules rules,
      @ForAll("numbers") long chance) {
    SplittableRandom random = new SplittableRandom(chance);
    List<Request> requests =
        Request.some(events, rules.rules(), random, List.of(Request.Kind.values()));

    Chain chain = played(events, requests, rules, random);

    NaiveResolver resolver = new NaiveResolver(events, rules.rules()).after(requests);
    assertThat(chain.facts())
        .as(() -> Tables.of(events) + requests)
        .isEqualTo(resolver.everybodyByKey());
    Map<IdentifierKey, Profile> profiles = chain.profiles(Told.day(20));
    resolver
        .reborn()
        .forEach(
            (who, request) -> {
              IdentifierKey key = IdentifierKey.of(Chain.TENANT, who);
              if (profiles.containsKey(key)) {
                assertThat(profiles.get(key).profileId())
                    .isEqualTo(ProfileId.afterErasure(key, request));
              }
            });
  }

  private static Chain played(
      List<Event> events, List<Request> requests, ChaosRules rules, SplittableRandom random) {
    int howOftenReloaded = random.nextInt(4);
    Chain chain = new Chain(rules.rules(), random, () -> random.nextInt(4) < howOftenReloaded);
    Arrivals.ON_TIME.play(Arrival.of(events, requests), chain, random, Told.day(20));
    return chain;
  }
}
