package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.seal.Fixtures.bytes;
import static watchword.seal.Fixtures.key;

import org.junit.jupiter.api.Test;

/// What every store of keys does.
abstract class KeyStoreContract {
  private static final KeyName GATE = KeyName.gate(new Epoch(20_779));

  /// Returns the same store at every call of a test, opened anew where it can be.
  abstract KeyStore store();

  @Test
  void a_key_put_is_found_again() {
    store().put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(40, 7)));
    KeyStore.Entry found = store().find(GATE).orElseThrow();
    assertThat(found.publicKey()).isEqualTo(key(1).publicKey());
    assertThat(found.secret()).isEqualTo(bytes(40, 7));
  }

  @Test
  void a_key_put_again_takes_the_place_of_the_first() {
    store().put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(40, 7)));
    store().put(GATE, new KeyStore.Entry(key(2).publicKey(), bytes(3, 8)));
    assertThat(store().find(GATE).orElseThrow().secret()).isEqualTo(bytes(3, 8));
    assertThat(store().list()).containsExactly(GATE);
  }

  @Test
  void names_are_listed_by_day_then_role_then_lane() {
    KeyName[] names = {
      KeyName.gate(Term.courier(new Epoch(20_760))), KeyName.gate(new Epoch(20_779)), KeyName.lane(new Epoch(20_779), 0),
      KeyName.lane(new Epoch(20_779), 7), KeyName.gate(new Epoch(20_780))
    };
    for (int i = names.length - 1; i >= 0; i--) {
      store().put(names[i], new KeyStore.Entry(key(1).publicKey(), bytes(1, 1)));
    }
    assertThat(store().list()).containsExactly(names);
  }

  @Test
  void a_destroyed_key_is_gone_and_may_be_destroyed_again() {
    store().put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(40, 7)));
    store().destroy(GATE);
    store().destroy(GATE);
    assertThat(store().find(GATE)).isEmpty();
    assertThat(store().list()).isEmpty();
  }

  @Test
  void a_key_that_is_renamed_is_found_under_its_new_name_alone() {
    KeyName lane = KeyName.lane(new Epoch(20_779), 3);
    store().put(lane, new KeyStore.Entry(key(1).publicKey(), bytes(40, 7)));
    store().rename(lane, lane.replaced(1));
    assertThat(store().find(lane.replaced(1)).orElseThrow().secret()).isEqualTo(bytes(40, 7));
    assertThat(store().list()).containsExactly(lane.replaced(1));
  }

  @Test
  void an_entry_is_its_callers_own_and_may_be_wiped() {
    KeyStore.Entry given = new KeyStore.Entry(key(1).publicKey(), bytes(40, 7));
    store().put(GATE, given);
    given.wipe();
    KeyStore.Entry found = store().find(GATE).orElseThrow();
    assertThat(found.secret()).isEqualTo(bytes(40, 7));
    found.wipe();
    assertThat(found.secret()).containsOnly(0);
    assertThat(store().find(GATE).orElseThrow().secret()).isEqualTo(bytes(40, 7));
  }
}
