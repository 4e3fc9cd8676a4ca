package watchword.hub;

import java.util.Map;
import java.util.Optional;

/// What the hub serves, by the end of a file's name; other files stay unserved.
final class ContentType {
  private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
      Map.entry("html", "text/html; charset=utf-8"),
      Map.entry("css", "text/css; charset=utf-8"),
      Map.entry("js", "text/javascript; charset=utf-8"),
      Map.entry("mjs", "text/javascript; charset=utf-8"),
      Map.entry("json", "application/json"),
      Map.entry("geojson", "application/geo+json"),
      Map.entry("atom", "application/atom+xml"),
      Map.entry("xml", "application/xml"),
      Map.entry("txt", "text/plain; charset=utf-8"),
      Map.entry("csv", "text/csv; charset=utf-8"),
      Map.entry("minisig", "text/plain; charset=utf-8"),
      Map.entry("pub", "text/plain; charset=utf-8"),
      Map.entry("sig", "application/octet-stream"),
      Map.entry("bin", "application/octet-stream"),
      Map.entry("pbf", "application/x-protobuf"),
      Map.entry("svg", "image/svg+xml"),
      Map.entry("png", "image/png"),
      Map.entry("jpg", "image/jpeg"),
      Map.entry("webp", "image/webp"),
      Map.entry("ico", "image/x-icon"),
      Map.entry("woff2", "font/woff2"));

  private ContentType() {}

  static Optional<String> of(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(BY_EXTENSION.get(fileName.substring(dot + 1)));
  }
}
