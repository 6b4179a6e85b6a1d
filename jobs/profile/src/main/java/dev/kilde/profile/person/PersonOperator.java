package dev.kilde.profile.person;

import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.profile.AlarmOperator;
import dev.kilde.profile.output.ProfileDocuments;
import dev.kilde.profile.output.ProfileUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by profile id: holds the people, hands each what concerns it, sets its one alarm, performs
 * what it decides.
 *
 * <p>People in use stay deserialised in {@link HotPeople}, written back when they cool or a
 * checkpoint begins.
 */
public final class PersonOperator extends AlarmOperator<PersonInput, ProfileUpdate> {

  private static final long serialVersionUID = 1;

  private final PersonSettings settings;

  private transient @Nullable HotPeople people;
  private transient @Nullable FateCounters fates;

  /** An operator whose people all live by the same settings. */
  public PersonOperator(PersonSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open() throws Exception {
    super.open();
    KeyedPersonStore store = new KeyedPersonStore(getRuntimeContext());
    Person.Rules rules = settings.rules();
    people =
        new HotPeople(
            settings.hotPeople(),
            id -> new Person(new ProfileId(id), store, rules),
            this::setCurrentKey);
    fates = new FateCounters(getRuntimeContext(), getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<PersonInput> element) throws Exception {
    PersonInput input = element.getValue();
    Person person = people().of(input.profileId());
    person.receive(input.change(), watermark(), this::perform);
    settle(person);
  }

  @Override
  protected void onAlarm(String key) {
    Person person = people().of(key);
    Instant armed = person.alarmAt();
    if (armed != null && !armed.isAfter(watermark())) {
      person.alarmAt(null);
    }
    person.advance(watermark(), this::perform);
    settle(person);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    people().flush();
  }

  private void settle(Person person) {
    setAlarm(person);
    if (person.isHeavy()) {
      person.flush();
    }
  }

  /** One alarm a person: set only where it would have to ring earlier than the one that is set. */
  private void setAlarm(Person person) {
    Instant next = person.nextInstant();
    Instant armed = person.alarmAt();
    if (next != null && (armed == null || next.isBefore(armed))) {
      setAlarm(next);
      person.alarmAt(next);
    }
  }

  private void perform(Outcome outcome) {
    if (outcome instanceof Outcome.Published published) {
      var profile = published.profile();
      Map<String, BigDecimal> rates = settings.rates();
      emit(
          new ProfileUpdate(
              profile.tenant(),
              profile.profileId().hex(),
              profile.revision(),
              profile.asOf(),
              ProfileDocuments.of(profile, rates)));
    } else if (outcome instanceof Outcome.Retired gone) {
      emit(
          new ProfileUpdate(
              gone.tenant(), gone.profileId().hex(), gone.revision(), gone.at(), null));
    } else if (outcome instanceof Outcome.Settled settled) {
      Objects.requireNonNull(fates, "not open").count(settled.fate());
    }
  }

  private void emit(ProfileUpdate update) {
    output.collect(new StreamRecord<>(update, update.at().toEpochMilli()));
  }

  private HotPeople people() {
    return Objects.requireNonNull(people, "not open");
  }
}
