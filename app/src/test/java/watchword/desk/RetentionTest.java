package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.member.MemberKey;
import watchword.seal.Mailbox;

/// What is due is forgotten, also where somebody forgets who does not know all that goes with it.
class RetentionTest {

  private static final byte[] PICTURE = "\u00ff\u00d8\u00ffa road at night".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path folder;
  private House house;
  private Mailbox sender;

  @BeforeEach
  void one_member() throws Exception {
    house = new House(folder.resolve("desk"), 1);
    sender = Mailbox.of(Mailbox.newSecret(House.RANDOM));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void photo_and_letters_of_a_report_that_a_newcomer_forgot_go_as_soon_as_who_knows_them_unlocks() throws Exception {
    Desk herons = house.desk();
    ReportId report = told(herons);
    herons.receive(photo(), 0, house.now);
    assertThat(herons.words("heron", report, house.now)).isPresent();
    assertThat(herons.letters().write("heron", report, "Which way?", house.now)).isInstanceOf(Letters.Outcome.Standing.class);
    admitWren();
    assertThat(bodies()).isEqualTo(3);

    house.reopen(House.WREN);
    Desk wrens = house.desk();
    wrens.forget(List.of(report), house.now);
    wrens.housekeeping(house.now);
    assertThat(bodies()).as("who does not know of them takes nothing away").isEqualTo(2);

    house.reopen(House.HERON);
    house.desk().housekeeping(house.now);
    assertThat(bodies()).isZero();
  }

  @Test
  void a_wish_to_destroy_that_only_a_newcomer_heard_is_carried_out_by_who_knows_its_report_and_told_no_sooner() throws Exception {
    ReportId report = told(house.desk());
    admitWren();
    house.reopen(House.WREN);
    Continuation wish = Continuation.read(Continuation.write(Continuation.Act.DESTROY, "", House.mailbox(sender)));
    Desk wrens = house.desk();
    assertThat(wrens.letters().receive(wish, 0, house.now)).isTrue();
    wrens.housekeeping(house.now);
    assertThat(wrens.letters().drop(house.now).destroyed()).isEmpty();

    house.later(Duration.ofDays(1));
    house.reopen(House.HERON);
    Desk herons = house.desk();
    assertThat(herons.letters().drop(house.now).destroyed()).as("not yet").isEmpty();
    herons.housekeeping(house.now);
    assertThat(herons.words("heron", report, house.now)).isEmpty();
    assertThat(bodies()).isZero();
    assertThat(herons.letters().drop(house.now).destroyed()).containsExactly(sender.tag());
  }

  @Test
  void a_photo_whose_report_came_before_a_newcomer_is_not_theirs_to_drop() throws Exception {
    ReportId report = told(house.desk());
    admitWren();
    house.desk().receive(photo(), 0, house.now);
    house.later(Duration.ofDays(5));
    house.reopen(House.WREN);
    house.desk().housekeeping(house.now);

    house.reopen(House.HERON);
    Desk herons = house.desk();
    herons.housekeeping(house.now);
    assertThat(herons.sight("heron").photos(report)).containsExactly(true);
    assertThat(bodies()).isEqualTo(2);
  }

  @Test
  void what_no_entry_names_goes_at_the_next_reading_and_what_comes_after_it_stays() {
    MemoryLedger ledger = new MemoryLedger();
    MemoryBodies kept = new MemoryBodies();
    ReportId lost = new ReportId("a crash came before its entry");
    kept.put(lost, 0, "words");
    Desk reading = new Desk(ledger, kept, RandomDesk.setup(new Random(1)));
    Report report = house.told(3);
    new Desk(ledger, kept, RandomDesk.setup(new Random(1))).receive(report, "", Desk.DESK, house.now);

    reading.housekeeping(house.now);

    assertThat(kept.open(lost)).isEmpty();
    assertThat(kept.open(report.id())).as("of which this reading knows nothing").isPresent();
  }

  private ReportId told(Desk desk) throws Exception {
    Report like = house.told(3);
    Report report = new Report(
        like.id(), like.channel(), like.source(), like.kind(), like.stance(), like.place(), like.when(), like.text(), List.of(), List.of(photo().name()));
    assertThat(desk.receive(report, House.mailbox(sender).spelling(), 0, Desk.DESK, house.now)).isTrue();
    return report.id();
  }

  private static Photo photo() throws Exception {
    return Photo.read(Photo.content(new byte[Photo.RANDOM], PICTURE));
  }

  private void admitWren() throws Exception {
    MemberKey wren = house.device(House.WREN);
    house.admit(house.invite(House.HERON, wren), wren);
  }

  /// How many bodies have a key (spec/journal.md, "Bodies").
  private int bodies() throws Exception {
    return ByteBuffer.wrap(Files.readAllBytes(house.path.resolve("body-keys"))).getInt("watchword.body-keys/1\n".length());
  }
}
