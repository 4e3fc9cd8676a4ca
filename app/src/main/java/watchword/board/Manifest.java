package watchword.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Every file of one publication with its hash, and the hash of the manifest before it (spec/publication.md).
///
/// @param root the six words of the desk's root
/// @param serial 1 for a desk's first board, then one more each time
/// @param previous SHA-256 of the previous manifest in hex, empty for the first
record Manifest(
    String desk, String root, long serial, Instant published, Instant expires, String previous, SortedMap<String, Entry> files) {

  static final String NAME = "manifest.json";
  static final String SIGNATURE = "manifest.json.minisig";

  /// What stands in a manifest of a file.
  record Entry(String sha256, long size) {
    static Entry of(byte[] content) {
      return new Entry(hash(content), content.length);
    }
  }

  private static final String FORMAT = "watchword.publication/1";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    if (serial < 1 || (serial == 1) != previous.isEmpty() || (!previous.isEmpty() && !HASH.matcher(previous).matches())) {
      throw new IllegalArgumentException("a manifest's serial and previous hash do not fit each other");
    }
    files.forEach((path, entry) -> {
      if (!PATH.matcher(path).matches() || !HASH.matcher(entry.sha256()).matches() || entry.size() < 0) {
        throw new IllegalArgumentException("a manifest names a file in a way that is not allowed");
      }
    });
  }

  /// The trusted comment of the signature: what a person sees when minisign has checked it.
  String comment() {
    return FORMAT + " serial " + serial + " published " + published + " expires " + expires;
  }

  String write() {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("format", FORMAT);
    manifest.put("desk", desk);
    manifest.put("root", root);
    manifest.put("serial", serial);
    manifest.put("published", published.toString());
    manifest.put("expires", expires.toString());
    manifest.put("previous", previous);
    ObjectNode list = manifest.putObject("files");
    files.forEach((path, entry) -> list.putObject(path).put("sha256", entry.sha256()).put("size", entry.size()));
    return Json.write(manifest);
  }

  /// @throws IllegalArgumentException when the text is not a manifest, spelled as [#write] spells it
  static Manifest parse(String text) {
    JsonNode json = Json.read(text, "the manifest");
    try {
      SortedMap<String, Entry> files = new TreeMap<>();
      for (var file : json.required("files").properties()) {
        files.put(file.getKey(), new Entry(file.getValue().required("sha256").asText(), file.getValue().required("size").asLong(-1)));
      }
      Manifest manifest = new Manifest(
          json.required("desk").asText(),
          json.required("root").asText(),
          json.required("serial").asLong(),
          Instant.parse(json.required("published").asText()),
          Instant.parse(json.required("expires").asText()),
          json.required("previous").asText(),
          files);
      if (!manifest.write().equals(text)) {
        throw new IllegalArgumentException("the manifest is not spelled as " + FORMAT + " is");
      }
      return manifest;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the manifest has a time that is none", e);
    }
  }

  static String hash(byte[] content) {
    return HexFormat.of().formatHex(newSha256().digest(content));
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
