package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.RANDOM;
import static watchword.seal.Fixtures.signingKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochKeysTest {
  private static final Epoch DAY = new Epoch(20_779);
  private static final Term TERM = Term.day(DAY);
  private static final Term COURIER = Term.courier(DAY);

  /// Stands in for the desk's wrapping: marks the seed so that a test can tell.
  private static final EpochKeys.Wrap WRAP = (name, key) -> Hashes.ascii("wrapped " + name);

  private static final EpochKeys.Ended NOTHING = new EpochKeys.Ended(Optional.empty(), List.of(), List.of());

  @TempDir private Path directory = Path.of("");

  private final AtomicReference<Instant> now = new AtomicReference<>(DAY.begin().minus(Duration.ofHours(3)));
  private final KeyStore store = new MemoryKeyStore();
  private final EpochKeys keys = new EpochKeys(store, RANDOM, now::get);

  @Test
  void keys_made_anew_for_a_term_leave_its_gate_as_it_is() {
    EpochKeys.Issued first = keys.issue(TERM, 2, (name, key) -> Hashes.ascii("wrapped " + name));
    EpochKeys.Issued anew = keys.reissue(TERM, 2, (name, key) -> Hashes.ascii("anew " + name));

    assertThat(anew.gate()).isEqualTo(first.gate());
    assertThat(anew.laneKeys()).hasSize(8).doesNotContainAnyElementsOf(first.laneKeys());
    assertThat(keys.find(KeyName.lane(TERM, 1)).orElseThrow().secret()).isEqualTo(Hashes.ascii("anew " + KeyName.lane(TERM, 1)));
  }

  @Test
  void a_replaced_key_has_a_name_of_its_own_and_dies_with_its_day() throws FormatException {
    KeyName replaced = KeyName.lane(new Epoch(20_779), 1).replaced(2);
    assertThat(replaced).hasToString("lane-20779-1.2").isGreaterThan(KeyName.lane(new Epoch(20_779), 1));
    assertThat(KeyName.parse("lane-20779-1.2")).isEqualTo(replaced);
    assertThat(replaced.destroyAt()).isEqualTo(new Epoch(20_779).destroyAt());
    for (String refused : new String[] {"lane-20779-1.0", "lane-20779-1.02", "lane-20779-1.", "lane-20779-1.100", "gate-20779.1", "gate-courier-20760.1"}) {
      assertThatThrownBy(() -> KeyName.parse(refused)).as(refused).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void a_term_has_a_gate_key_eight_lane_keys_and_a_second_all_different() {
    EpochKeys.Issued issued = keys.issue(TERM, 2, WRAP);
    assertThat(issued.laneKeys()).hasSize(8);
    assertThat(issued.gate()).isNotEqualTo(issued.second());
    assertThat(issued.laneKeys()).doesNotHaveDuplicates().doesNotContain(issued.gate(), issued.second());
  }

  @Test
  void only_the_lanes_in_use_have_a_private_part_and_it_is_stored_wrapped() {
    keys.issue(TERM, 2, WRAP);
    assertThat(store.list().stream().map(KeyName::toString))
        .containsExactly("gate-20779", "lane-20779-0", "lane-20779-1");
    assertThat(keys.find(KeyName.lane(DAY, 1)).orElseThrow().secret()).isEqualTo(Hashes.ascii("wrapped lane-20779-1"));
  }

  @Test
  void the_stored_gate_key_opens_what_is_sealed_to_the_issued_one() throws FormatException {
    EpochKeys.Issued issued = keys.issue(TERM, 1, WRAP);
    byte[] file = AgeFile.seal(new byte[] {1}, List.of(issued.gate()));
    assertThat(AgeFile.open(file, keys.gateKey(TERM).orElseThrow())).hasValue(new byte[] {1});
  }

  @Test
  void a_courier_term_has_keys_of_its_own_that_outlive_those_of_its_first_day() {
    EpochKeys.Issued day = keys.issue(TERM, 2, WRAP);
    EpochKeys.Issued courier = keys.issue(COURIER, 2, WRAP);
    assertThat(courier.laneKeys()).doesNotContainAnyElementsOf(day.laneKeys()).doesNotContain(day.gate());
    assertThat(store.list().stream().map(KeyName::toString)).containsExactly(
        "gate-20779", "lane-20779-0", "lane-20779-1", "gate-courier-20779", "lane-courier-20779-0", "lane-courier-20779-1");
    assertThat(keys.gateTerms()).containsExactly(TERM, COURIER);

    now.set(DAY.destroyAt());
    assertThat(keys.destroyDue().statement().orElseThrow().keys()).hasSize(3);
    assertThat(keys.gateTerms()).containsExactly(COURIER);
    now.set(DAY.plusDays(29).destroyAt().minusSeconds(1));
    assertThat(keys.destroyDue()).isEqualTo(NOTHING);
    now.set(DAY.plusDays(29).destroyAt());
    assertThat(keys.gateKey(COURIER)).isEmpty();
    assertThat(keys.destroyDue().statement().orElseThrow().keys().stream().map(key -> key.name().toString()))
        .containsExactly("gate-courier-20779", "lane-courier-20779-0", "lane-courier-20779-1");
    assertThat(store.list()).isEmpty();
  }

  @Test
  void a_day_is_issued_once_and_never_after_it_is_over() {
    keys.issue(TERM, 1, WRAP);
    assertThatThrownBy(() -> keys.issue(TERM, 1, WRAP)).isInstanceOf(IllegalStateException.class);
    now.set(DAY.destroyAt());
    assertThat(keys.destroyDue().statement()).isPresent();
    assertThatThrownBy(() -> keys.issue(TERM, 1, WRAP)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keys_are_destroyed_96_hours_after_their_day_began_and_not_a_second_earlier() {
    keys.issue(TERM, 1, WRAP);
    keys.issue(Term.day(DAY.plusDays(1)), 1, WRAP);
    now.set(Instant.parse("2026-11-26T00:00:00Z").minusSeconds(1));
    assertThat(keys.destroyDue()).isEqualTo(NOTHING);
    assertThat(keys.gateTerms()).containsExactly(TERM, Term.day(DAY.plusDays(1)));

    now.set(Instant.parse("2026-11-26T00:00:00Z"));
    assertThat(keys.destroyDue().statement().orElseThrow().keys().stream().map(key -> key.name().toString()))
        .containsExactly("gate-20779", "lane-20779-0");
    assertThat(store.list().stream().map(KeyName::toString))
        .containsExactly("gate-20780", "lane-20780-0");
    assertThat(keys.destroyDue()).isEqualTo(NOTHING);
  }

  @Test
  void a_damaged_key_or_one_that_resists_keeps_no_other_from_being_destroyed_and_each_is_told() throws IOException {
    KeyStore files = new DirectoryKeyStore(directory);
    EpochKeys kept = new EpochKeys(files, RANDOM, now::get);
    kept.issue(TERM, 2, WRAP);
    kept.issue(Term.day(DAY.plusDays(1)), 1, WRAP);
    Files.write(directory.resolve("gate-20779.key"), new byte[50]);
    Path resisting = directory.resolve("lane-20779-0.key");
    Files.delete(resisting);
    Files.createDirectories(resisting.resolve("in the way"));
    Files.write(directory.resolve("gate-20779 copy.key"), new byte[50]);

    now.set(DAY.destroyAt());
    EpochKeys.Ended ended = kept.destroyDue();
    assertThat(ended.statement().orElseThrow().keys().stream().map(key -> key.name().toString())).containsExactly("lane-20779-1");
    assertThat(ended.unnamed()).containsExactly(KeyName.gate(DAY));
    assertThat(ended.resisting()).containsExactly(KeyName.lane(DAY, 0));
    assertThat(files.list().stream().map(KeyName::toString)).containsExactly("lane-20779-0", "gate-20780", "lane-20780-0");
    assertThat(kept.destroyDue()).as("what resists is tried again").isEqualTo(new EpochKeys.Ended(Optional.empty(), List.of(), List.of(KeyName.lane(DAY, 0))));
  }

  @Test
  void a_key_that_was_overwritten_and_could_not_be_removed_is_named_once_it_is() throws IOException {
    EpochKeys kept = new EpochKeys(new DirectoryKeyStore(directory), RANDOM, now::get);
    EpochKeys.Issued issued = kept.issue(TERM, 1, WRAP);
    Path resisting = directory.resolve("lane-20779-0.key");
    byte[] zeros = new byte[Math.toIntExact(Files.size(resisting))];
    Path aside = Files.move(resisting, directory.resolve("aside"));
    Files.createSymbolicLink(resisting, aside); // found, and not destroyed
    now.set(DAY.destroyAt());
    assertThat(kept.destroyDue().resisting()).containsExactly(KeyName.lane(DAY, 0));

    Files.delete(resisting);
    Files.write(resisting, zeros);
    assertThat(kept.destroyDue().statement().orElseThrow().keys())
        .containsExactly(Destruction.Key.of(KeyName.lane(DAY, 0), issued.laneKeys().getFirst()));
  }

  @Test
  void a_key_that_is_due_is_not_handed_out_even_before_it_is_destroyed() {
    keys.issue(TERM, 1, WRAP);
    now.set(DAY.destroyAt());
    assertThat(keys.gateKey(TERM)).isEmpty();
    assertThat(keys.find(KeyName.lane(DAY, 0))).isEmpty();
    assertThat(keys.gateTerms()).isEmpty();
    assertThat(store.list()).isNotEmpty();
  }

  @Test
  void the_statement_names_each_destroyed_key_by_the_hash_in_the_bundle() throws FormatException {
    EpochKeys.Issued issued = keys.issue(TERM, 1, WRAP);
    now.set(DAY.destroyAt().plusSeconds(61));
    Destruction made = keys.destroyDue().statement().orElseThrow();
    byte[] written = made.write(signingKey(5));

    Destruction read = Destruction.read(written, signingKey(5).verifyKey());
    assertThat(read).isEqualTo(made);
    assertThat(read.at()).isEqualTo(DAY.destroyAt().plusSeconds(60));
    assertThat(read.keys().getFirst().publicKeySha256()).isEqualTo(Hashes.sha256(issued.gate().raw()));
    assertThatThrownBy(() -> Destruction.read(written, signingKey(6).verifyKey()))
        .hasMessage("destruction: the signature is not the desk's");
  }

  @Test
  void a_statement_with_any_byte_changed_is_refused() {
    keys.issue(TERM, 1, WRAP);
    now.set(DAY.destroyAt());
    byte[] written = keys.destroyDue().statement().orElseThrow().write(signingKey(5));
    for (int i = 0; i < written.length; i++) {
      byte[] changed = written.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> Destruction.read(changed, signingKey(5).verifyKey())).isInstanceOf(FormatException.class);
    }
  }
}
