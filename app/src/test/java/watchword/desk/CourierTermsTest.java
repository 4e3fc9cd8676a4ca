package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.member.Admission.Admitted;
import watchword.member.Invitation;
import watchword.member.MemberKey;
import watchword.seal.Bundle;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.PrivateKey;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;

/// What `sealer.html` seals to: keys of their own for thirty days, renewed every fifteen, replaced when a member is revoked.
class CourierTermsTest {

  @TempDir Path folder;

  private House house;

  @BeforeEach
  void a_desk() throws Exception {
    house = new House(folder.resolve("desk"), 1);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_term_begins_with_the_desk_and_the_next_one_fifteen_days_later() throws Exception {
    Bundle first = courier();
    assertThat(first.term().isCourier()).isTrue();
    assertThat(first.workBits()).isZero();

    house.later(Duration.ofDays(14));
    house.office.renew();
    assertThat(courier()).isEqualTo(first);

    house.later(Duration.ofDays(1));
    house.office.renew();
    assertThat(courier().term().first()).isEqualTo(first.term().first().plusDays(15));
    assertThat(courier().laneKeys()).doesNotContainAnyElementsOf(first.laneKeys());
  }

  @Test
  void a_file_that_travelled_three_weeks_is_opened_and_one_that_outlived_its_keys_is_not() throws Exception {
    byte[] sealed = SealedReport.seal(new byte[] {7}, courier(), 0, SealedSize.SMALL);
    Bundle bundle = courier();
    house.later(Duration.ofDays(21));
    house.office.renew();
    assertThat(content(sealed, bundle)).hasValue(new byte[] {7});

    house.later(Duration.ofDays(12));
    house.office.renew();
    assertThat(gateKey(bundle)).isEmpty();
    assertThat(new DirectoryKeyStore(house.office.folder().keys()).find(KeyName.lane(bundle.term(), 0))).isEmpty();
    try (Stream<Path> statements = Files.list(house.office.folder().path().resolve("destroyed"))) {
      assertThat(statements.map(CourierTermsTest::text))
          .anyMatch(statement -> statement.contains("\ngate-" + bundle.term() + " ") && statement.contains("\nlane-" + bundle.term() + "-0 "));
    }
  }

  @Test
  void a_revocation_begins_a_term_at_once_and_earlier_files_still_open_for_who_is_left() throws Exception {
    MemberKey wren = house.device(House.WREN);
    Invitation invitation = house.invite(House.HERON, wren);
    assertThat(house.admit(invitation, wren)).isInstanceOf(Admitted.class);
    Bundle before = courier();
    byte[] sealed = SealedReport.seal(new byte[] {8}, before, 0, SealedSize.SMALL);

    house.office.revoke(House.HERON, House.WREN);
    house.office.renew();

    assertThat(courier().term()).isNotEqualTo(before.term());
    assertThat(courier().laneKeys()).doesNotContainAnyElementsOf(before.laneKeys());
    assertThat(content(sealed, before)).hasValue(new byte[] {8});
  }

  @Test
  void a_courier_bundle_that_is_lost_gives_way_to_another_and_what_was_sealed_to_it_still_opens() throws Exception {
    Bundle lost = courier();
    byte[] sealed = SealedReport.seal(new byte[] {11}, lost, 0, SealedSize.SMALL);
    Files.delete(house.office.folder().courier());

    house.reopen(House.HERON);
    house.office.renew();

    assertThat(courier().laneKeys()).doesNotContainAnyElementsOf(lost.laneKeys());
    assertThat(content(sealed, lost)).hasValue(new byte[] {11});
  }

  @Test
  void a_newcomer_holds_no_key_of_a_term_that_began_before_them() throws Exception {
    MemberKey wren = house.device(House.WREN);
    Invitation invitation = house.invite(House.HERON, wren);
    assertThat(house.admit(invitation, wren)).isInstanceOf(Admitted.class);
    Bundle before = courier();
    byte[] early = SealedReport.seal(new byte[] {9}, before, 0, SealedSize.SMALL);
    house.later(Duration.ofDays(15));
    house.office.renew();
    byte[] later = SealedReport.seal(new byte[] {10}, courier(), 0, SealedSize.SMALL);

    house.reopen(House.WREN);
    assertThat(content(early, before)).isEmpty();
    assertThat(content(later, courier())).hasValue(new byte[] {10});
  }

  @Test
  void a_revocation_gives_a_newcomer_no_key_of_a_term_that_began_before_them() throws Exception {
    Bundle before = courier();
    byte[] early = SealedReport.seal(new byte[] {12}, before, 0, SealedSize.SMALL);
    house.later(Duration.ofDays(2));
    house.office.renew();
    MemberKey wren = house.device(House.WREN);
    assertThat(house.admit(house.invite(House.HERON, wren), wren)).isInstanceOf(Admitted.class);
    MemberKey rook = house.device(House.ROOK);
    Invitation second = house.invite(House.HERON, rook);
    house.later(Duration.ofDays(1));
    house.office.renew();
    assertThat(house.admit(second, rook)).isInstanceOf(Admitted.class);

    house.office.revoke(House.HERON, House.ROOK);

    assertThat(content(early, before)).as("to the founder").hasValue(new byte[] {12});
    assertThat(house.reopen(House.WREN)).isTrue();
    assertThat(content(early, before)).as("to who came two days later").isEmpty();
    assertThat(content(SealedReport.seal(new byte[] {13}, courier(), 0, SealedSize.SMALL), courier())).hasValue(new byte[] {13});
  }

  private Bundle courier() throws Exception {
    SignedBundle signed = SignedBundle.parse(Files.readAllBytes(house.office.folder().courier()));
    assertThat(signed.check(house.office.file().root(), house.now)).isInstanceOf(SignedBundle.Valid.class);
    return signed.claimed();
  }

  /// What gate and unlocked desk make of a file.
  private Optional<byte[]> content(byte[] sealed, Bundle bundle) throws Exception {
    try (PrivateKey gate = PrivateKey.of(gateKey(bundle).orElseThrow().secret())) {
      return house.office.open(SealedReport.openOuter(sealed, gate).orElseThrow().inner(), 0);
    }
  }

  private Optional<KeyStore.Entry> gateKey(Bundle bundle) {
    return new DirectoryKeyStore(house.office.folder().keys()).find(KeyName.gate(bundle.term()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
