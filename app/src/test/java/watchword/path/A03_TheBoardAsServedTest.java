package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.board.BoardCheck;
import watchword.board.BoardVerdict;
import watchword.board.Minisign;
import watchword.drill.Drill;
import watchword.drill.World;
import watchword.drill.WorldSize;
import watchword.seal.Bundle;
import watchword.seal.Epoch;
import watchword.seal.RootPublic;
import watchword.seal.SignedBundle;

/// What a stranger with the root's words can check of a hub, over HTTP alone: root, bundle, board key, manifest, files.
class A03_TheBoardAsServedTest {

  private static final int OK = 200;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void hangUp() {
    client.close();
  }

  @Test
  void the_key_that_the_days_bundle_names_signed_every_file_the_hub_serves() throws Exception {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    World world = World.seeded(1, new WorldSize(12, 2, 1), start);
    try (Drill drill = new Drill(world, folder.resolve("machines"), 0, InstantSource.system())) {
      drill.minute(start.plusSeconds(60));
      RootPublic root = RootPublic.parse(get(drill, "/root.bin"));
      SignedBundle signed = SignedBundle.parse(get(drill, "/bundle/" + Epoch.of(Instant.now()).date() + ".bin"));
      assertThat(signed.check(root, Instant.now())).isInstanceOf(SignedBundle.Valid.class);
      Bundle bundle = ((SignedBundle.Valid) signed.check(root, Instant.now())).bundle();
      Minisign.Key key = Minisign.Key.of(bundle.boardKey().id().toArray(), bundle.boardKey().key().raw().toArray());
      byte[] manifest = get(drill, "/manifest.json");
      String signature = new String(get(drill, "/manifest.json.minisig"), StandardCharsets.US_ASCII);

      assertThat(Minisign.verify(key, manifest, signature))
          .hasValueSatisfying(comment -> assertThat(comment).contains("serial"));
      assertThat(key.file().getBytes(StandardCharsets.US_ASCII)).isEqualTo(get(drill, "/minisign.pub"));
      manifest[manifest.length / 2] ^= 1;
      assertThat(Minisign.verify(key, manifest, signature)).as("one bit changed").isEqualTo(Optional.empty());

      assertThat(BoardCheck.check(drill.address(), key)).isInstanceOf(BoardVerdict.Whole.class);

      Map<String, String> files = hashes(get(drill, "/manifest.json"));
      assertThat(files)
          .containsKeys("index.html", "be/index.html", "now.geojson", "feed.atom", "assets/tell.js", "root.bin", "sealer.html", "hand-in.html");
      for (Map.Entry<String, String> file : files.entrySet()) {
        assertThat(sha256(get(drill, "/" + file.getKey()))).as(file.getKey()).isEqualTo(file.getValue());
      }
    }
  }

  private byte[] get(Drill drill, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(drill.address() + path)).build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(OK);
    return answer.body();
  }

  private static Map<String, String> hashes(byte[] manifest) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    JsonNode files = JsonMapper.builder().build().readTree(manifest).required("files");
    files.propertyStream().forEach(file -> hashes.put(file.getKey(), file.getValue().required("sha256").asText()));
    return hashes;
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
