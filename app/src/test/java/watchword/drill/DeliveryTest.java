package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.report.Report;
import watchword.gate.Collected;
import watchword.gate.Door;
import watchword.seal.Dummy;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;

/// From a sender's device over HTTP, hub and gate, to a report the desk can read.
class DeliveryTest {
  private static final World WORLD = World.seeded(1, WorldSize.USUAL);
  private static final List<Report> FORTY = WORLD.sendings().stream().limit(40).map(Sending::report).toList();

  @TempDir Path folder;
  private Station station;

  @BeforeEach
  void start() throws IOException {
    station = Station.in(folder);
  }

  @AfterEach
  void stop() throws IOException {
    station.close();
  }

  private List<Sent> sendForty() throws IOException {
    try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
      return station.senders(WORLD.kinds()).send(FORTY, eight);
    }
  }

  private static List<String> contents(List<Sent> sent) {
    List<String> contents = new ArrayList<>();
    for (Sent one : sent) {
      assertThat(one).isInstanceOf(Sent.Acknowledged.class);
      contents.add(((Sent.Acknowledged) one).content().value());
    }
    return contents;
  }

  @Test
  void every_acknowledged_report_reaches_the_desk_once_and_as_it_was_told() throws Exception {
    List<Sent> sent = sendForty();
    station.hub().tickSmall();
    Collected collected = station.gate(station.door()).collect();
    assertThat(collected).isEqualTo(new Collected(1, Station.SLOTS, 40, 0));
    List<Report> read = station.read(WORLD.kinds());
    assertThat(read).extracting(report -> report.id().value()).containsExactlyInAnyOrderElementsOf(contents(sent));
    assertThat(read).extracting(Report::text).containsExactlyInAnyOrderElementsOf(FORTY.stream().map(Report::text).toList());
    assertThat(station.hub().waiting()).isZero();
  }

  @Test
  void lanes_are_drawn_from_all_that_are_in_use() throws Exception {
    List<Sent> sent = sendForty();
    assertThat(sent).extracting(one -> ((Sent.Acknowledged) one).lane()).contains(0, 1).allMatch(lane -> lane < 2);
  }

  @Test
  void a_gate_killed_before_its_receipt_arrives_takes_each_report_once() throws Exception {
    List<Sent> sent = sendForty();
    station.hub().tickSmall();
    assertThatThrownBy(() -> station.gate(killedAt(station.door(), false)).collect()).isInstanceOf(IOException.class);
    Collected again = station.gate(station.door()).collect();
    assertThat(again).isEqualTo(new Collected(1, Station.SLOTS, 0, 40));
    assertThat(station.read(WORLD.kinds())).extracting(report -> report.id().value()).containsExactlyInAnyOrderElementsOf(contents(sent));
  }

  @Test
  void a_gate_killed_after_its_receipt_arrived_takes_each_report_once() throws Exception {
    List<Sent> sent = sendForty();
    station.hub().tickSmall();
    assertThatThrownBy(() -> station.gate(killedAt(station.door(), true)).collect()).isInstanceOf(IOException.class);
    assertThat(station.gate(station.door()).collect()).isEqualTo(new Collected(0, 0, 0, 0));
    assertThat(station.read(WORLD.kinds())).extracting(report -> report.id().value()).containsExactlyInAnyOrderElementsOf(contents(sent));
  }

  @Test
  void a_generation_cut_on_its_way_leaves_nothing_and_comes_again() throws Exception {
    List<Sent> sent = sendForty();
    station.hub().tickSmall();
    assertThatThrownBy(() -> station.gate(cutting(station.door())).collect())
        .isInstanceOf(IOException.class).hasMessage("the hub sent only part of a generation");
    assertThat(station.read(WORLD.kinds())).isEmpty();
    assertThat(station.gate(station.door()).collect().opened()).isEqualTo(40);
    assertThat(station.read(WORLD.kinds())).extracting(report -> report.id().value()).containsExactlyInAnyOrderElementsOf(contents(sent));
  }

  @Test
  void a_file_sent_again_is_not_taken_twice() throws Exception {
    byte[] sealed = SealedReport.seal(new byte[] {1, 2, 3}, station.senders(WORLD.kinds()).bundle(), 0, SealedSize.SMALL);
    assertThat(post(sealed)).isEqualTo(204);
    assertThat(post(sealed)).isEqualTo(204);
    station.hub().tickSmall();
    assertThat(station.gate(station.door()).collect()).isEqualTo(new Collected(1, Station.SLOTS, 1, 1));
    assertThat(post(sealed)).isEqualTo(204);
    station.hub().tickSmall();
    assertThat(station.gate(station.door()).collect()).isEqualTo(new Collected(1, Station.SLOTS, 0, 1));
    assertThat(station.inbox().list(0)).hasSize(1);
  }

  @Test
  void dummies_and_bytes_of_strangers_yield_nothing() throws Exception {
    byte[] noise = new byte[SealedSize.SMALL.bytes()];
    assertThat(post(noise)).isEqualTo(204);
    assertThat(post(Dummy.envelope(SealedSize.SMALL))).isEqualTo(204);
    station.hub().tickSmall();
    station.hub().tickLarge();
    assertThat(station.gate(station.door()).collect()).isEqualTo(new Collected(2, Station.SLOTS + Station.LARGE_SLOTS, 0, 0));
    assertThat(station.read(WORLD.kinds())).isEmpty();
  }

  @Test
  void a_report_is_opened_the_day_after_and_not_once_its_keys_are_due() throws Exception {
    sendForty();
    station.hub().tickSmall();
    station.advanceDays(1);
    assertThat(station.gate(station.door()).collect().opened()).isEqualTo(40);
    station.advanceDays(-1);
    sendForty();
    station.hub().tickSmall();
    station.advanceDays(4);
    assertThat(station.gate(station.door()).collect().opened()).isZero();
  }

  @Test
  void a_file_by_courier_is_taken_three_weeks_later_and_not_once_its_keys_are_due() throws Exception {
    byte[] sealed = SealedReport.seal(new byte[] {1, 2, 3}, station.courier(), 1, SealedSize.SMALL);
    station.advanceDays(21);
    assertThat(post(sealed)).isEqualTo(204);
    station.hub().tickSmall();
    assertThat(station.gate(station.door()).collect().opened()).isEqualTo(1);
    assertThat(station.inbox().list(1)).hasSize(1);
    assertThat(post(sealed)).isEqualTo(204);
    station.hub().tickSmall();
    assertThat(station.gate(station.door()).collect()).isEqualTo(new Collected(1, Station.SLOTS, 0, 1));
    station.advanceDays(12);
    assertThat(post(sealed)).isEqualTo(204);
    station.hub().tickSmall();
    assertThat(station.gate(station.door()).collect().opened()).isZero();
  }

  @Test
  void senders_refuse_a_bundle_of_another_root() {
    assertThatThrownBy(() -> station.strangers(WORLD.kinds()).bundle())
        .isInstanceOf(IOException.class).hasMessage("the bundle is not signed by this desk's root");
  }

  private int post(byte[] sealed) throws IOException, InterruptedException {
    URI address = station.address().resolve("/report/0000000000000000");
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(sealed)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  /// A way to the hub that breaks when a receipt is sent, before or after it arrives.
  private static Door killedAt(Door door, boolean arrived) {
    return new Door() {
      @Override
      public Optional<InputStream> pull(String token) throws IOException {
        return door.pull(token);
      }

      @Override
      public boolean sign(byte[] receipt) throws IOException {
        if (arrived) {
          assertThat(door.sign(receipt)).isTrue();
        }
        throw new IOException("the line is dead");
      }
    };
  }

  /// A way to the hub on which a generation's last bytes are lost.
  private static Door cutting(Door door) {
    return new Door() {
      @Override
      public Optional<InputStream> pull(String token) throws IOException {
        Optional<InputStream> whole = door.pull(token);
        if (whole.isEmpty()) {
          return whole;
        }
        byte[] bytes = whole.get().readAllBytes();
        return Optional.of(new ByteArrayInputStream(bytes, 0, bytes.length - 100));
      }

      @Override
      public boolean sign(byte[] receipt) throws IOException {
        return door.sign(receipt);
      }
    };
  }
}
