package watchword.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.SealedSize;

class A08_StartTest {
  @TempDir Path folder;

  @Test
  void a_second_hub_on_the_same_folder_is_refused_in_one_sentence() throws IOException {
    try (Scene scene = Scene.in(folder)) {
      assertThatThrownBy(() -> Hub.open(scene.config, Scene.NOON))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("another hub works in this data folder");
    }
  }

  @Test
  void a_start_freezes_what_was_current_and_drops_what_was_only_prepared() throws Exception {
    try (Scene scene = Scene.in(folder)) {
      byte[] report = Scene.report(SealedSize.SMALL, 1);
      assertThat(scene.post(report)).isEqualTo(204);
      scene.restart();
      assertThat(scene.hub().waiting()).as("the small and the large one").isEqualTo(2);
      byte[] pulled = scene.pull().orElseThrow();
      if (pulled.length != Scene.FEW.small().bytes()) {
        assertThat(scene.postReceipt(scene.receipt(pulled))).isEqualTo(204);
        pulled = scene.pull().orElseThrow();
      }
      assertThat(Scene.slotOf(report, pulled, Scene.FEW.small(), SealedSize.SMALL)).isNotNegative();
      assertThat(names()).filteredOn(name -> name.startsWith(GenerationFiles.CURRENT)).hasSize(2);
    }
  }

  @Test
  void a_generation_of_the_wrong_length_stops_the_start_and_is_named() throws IOException {
    try (Scene scene = Scene.in(folder)) {
      scene.hub().close();
      Path damaged = folder.resolve("data").resolve(
          names().stream().filter(name -> name.startsWith(GenerationFiles.CURRENT)).findFirst().orElseThrow());
      Files.write(damaged, new byte[100]);
      assertThatThrownBy(() -> Hub.open(scene.config, Scene.NOON))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(damaged.getFileName().toString());
    }
  }

  @Test
  void it_listens_on_a_unix_socket_and_takes_the_file_away_afterwards() throws IOException {
    Path socket = folder.resolve("hub.sock");
    Files.createFile(socket);
    try (Scene scene = Scene.in(folder.resolve("a"))) {
      HubConfig config = new HubConfig(folder.resolve("b"), scene.config.board(), scene.config.bundles(),
          new Listen.Socket(socket), scene.gateKey.verifyKey(), Scene.FEW, 8, 4);
      try (Hub hub = Hub.open(config, Scene.NOON);
          SocketChannel reader = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
        reader.write(ByteBuffer.wrap("GET /none HTTP/1.1\r\n\r\n".getBytes(US_ASCII)));
        ByteBuffer answer = ByteBuffer.allocate(12);
        while (answer.hasRemaining() && reader.read(answer) >= 0) {
          // Until the status line's beginning is whole.
        }
        assertThat(new String(answer.array(), US_ASCII)).isEqualTo("HTTP/1.1 404");
        assertThat(hub.port()).isEmpty();
      }
    }
    assertThat(socket).doesNotExist();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
