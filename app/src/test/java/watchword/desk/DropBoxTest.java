package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.report.ReportId;
import watchword.seal.Bundle;
import watchword.seal.Drop;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;
import watchword.seal.SignedBundle;

/// From a sealed report to a reply in the drop, and back: a desk in a folder, with two lanes.
class DropBoxTest {

  @TempDir Path folder;
  private House house;
  private Mailbox sender;

  @BeforeEach
  void found() throws Exception {
    house = new House(folder.resolve("desk"), 2);
    sender = Mailbox.of(Mailbox.newSecret(House.RANDOM));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_reply_reaches_its_sender_through_the_drop_and_the_answer_ends_it() throws Exception {
    ReportId report = tell(1);
    ask(report, "Which way did it go?");
    assertThat(box().renew(house.now)).isTrue();
    Drop drop = drop();
    assertThat(drop.opened(sender.tag())).isTrue();
    assertThat(drop.find(sender).orElseThrow().text()).isEqualTo("Which way did it go?");

    take(Continuation.write(Continuation.Act.ADD, "North.", House.mailbox(sender)), 0);
    house.later(Duration.ofMinutes(15));
    assertThat(box().renew(house.now)).isTrue();
    assertThat(drop().find(sender)).isEmpty();
    Entry.Continued came = (Entry.Continued) house.desk().letters().thread("heron", report, house.now).letters().getLast();
    assertThat(house.desk().words("heron", came.id(), house.now)).contains("North.");
  }

  @Test
  void one_drop_is_made_in_a_quarter_of_an_hour_whatever_happens_in_it() throws Exception {
    assertThat(box().renew(house.now)).isTrue();
    byte[] before = bytes();
    ask(tell(0), "Which way?");
    house.later(Duration.ofMinutes(14));
    assertThat(box().renew(house.now)).isFalse();
    assertThat(bytes()).isEqualTo(before);
    house.later(Duration.ofMinutes(1));
    assertThat(box().renew(house.now)).isTrue();
    assertThat(drop().find(sender)).isPresent();
  }

  @Test
  void a_reply_outlives_a_lock_and_a_restart() throws Exception {
    ask(tell(1), "Which way?");
    assertThat(house.reopen(House.HERON)).isTrue();
    box().renew(house.now);
    assertThat(drop().find(sender)).isPresent();
    assertThat(drop().opened(sender.tag())).isTrue();
  }

  @Test
  void a_wish_to_destroy_is_carried_out_as_it_is_opened() throws Exception {
    ReportId report = tell(1);
    assertThat(house.desk().words("heron", report, house.now)).isPresent();
    take(Continuation.write(Continuation.Act.DESTROY, "", House.mailbox(sender)), 0);
    assertThat(house.desk().words("heron", report, house.now)).isEmpty();
    box().renew(house.now);
    assertThat(drop().destroyed(sender.tag())).isTrue();
    assertThat(house.reopen(House.HERON)).isTrue();
    assertThat(house.desk().words("heron", report, house.now)).isEmpty();
  }

  @Test
  void a_drop_that_a_clock_far_ahead_left_counts_as_none_and_one_of_a_little_ahead_stands() throws Exception {
    assertThat(box().renew(house.now.plus(Duration.ofHours(12)))).isTrue();
    assertThat(box().renew(house.now)).isFalse();
    assertThat(box().renew(house.now.plus(Duration.ofHours(13)))).isTrue();
    assertThat(box().renew(house.now)).isTrue();
    assertThat(drop().made()).isBeforeOrEqualTo(house.now);
  }

  @Test
  void what_else_stands_where_the_drop_belongs_is_replaced() throws Exception {
    Files.write(file(), new byte[7]);
    assertThat(box().renew(house.now)).isTrue();
    assertThat(drop().made()).isBeforeOrEqualTo(house.now);
  }

  private void ask(ReportId report, String text) {
    assertThat(house.desk().words("heron", report, house.now)).isPresent();
    assertThat(house.desk().letters().write("heron", report, text, house.now)).isInstanceOf(Letters.Outcome.Standing.class);
  }

  private ReportId tell(int lane) throws Exception {
    byte[] content = new ReportFormat(RandomDesk.WORLD.kinds()).write(house.told(3), House.mailbox(sender));
    take(content, lane);
    return ReportFormat.id(content);
  }

  private void take(byte[] content, int lane) throws Exception {
    Opening opening = new Opening(house.office, house.desk(), RandomDesk.WORLD.kinds());
    assertThat(opening.take(house.inner(content, lane), lane, house.now)).isEqualTo(Opening.Came.NEW);
  }

  private DropBox box() {
    return new DropBox(house.office.folder().bundles(), house.desk().letters(), House.RANDOM, house.office::signBoard);
  }

  private Path file() {
    return house.office.folder().bundles().resolve("drop.bin");
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(file());
  }

  /// As a page does: by the board key of the day's bundle.
  private Drop drop() throws IOException, FormatException {
    SignedBundle signed = SignedBundle.parse(Files.readAllBytes(house.office.folder().bundle(Epoch.of(house.now))));
    if (!(signed.check(house.office.file().root(), house.now) instanceof SignedBundle.Valid(Bundle bundle))) {
      throw new AssertionError("the page refuses the bundle");
    }
    return Drop.read(bytes(), bundle.boardKey().key());
  }
}
