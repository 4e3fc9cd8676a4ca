package watchword.board;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import watchword.core.bulletin.Bulletin;
import watchword.core.kind.Language;
import watchword.seal.Compromise;

/// Everything a board is made of; the same input gives the same pages.
///
/// @param desk the desk's name, as it calls itself
/// @param words the six fingerprint words of the desk's root
/// @param zone of every date on the pages
/// @param languages of the pages; the first stands at the top of the site
/// @param pageConfiguration for the sender's form, one JSON object a language, passed on as it is
/// @param country the outline under the map, as GeoJSON
/// @param rootPublicKey the root's public keys as raw bytes, in lower-case hex
/// @param bulletins of all threads, in the order of their publication
/// @param published when this board is made
/// @param expires after which a copy of it is old
/// @param sealer the offline sealer as [SealerPage] makes it, where there is a courier bundle
/// @param compromise which days' reports others may read, where the desk has to say so
public record BoardInput(
    String desk,
    List<String> words,
    ZoneId zone,
    List<Language> languages,
    Map<Language, String> pageConfiguration,
    String country,
    String rootPublicKey,
    List<Bulletin> bulletins,
    Instant published,
    Instant expires,
    Optional<String> sealer,
    Optional<Compromise> compromise) {

  private static final int WORDS = 6;
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})+");

  /// Without an offline sealer and a notice of compromise.
  public BoardInput(
      String desk, List<String> words, ZoneId zone, List<Language> languages, Map<Language, String> pageConfiguration, String country, String rootPublicKey,
      List<Bulletin> bulletins, Instant published, Instant expires) {
    this(desk, words, zone, languages, pageConfiguration, country, rootPublicKey, bulletins, published, expires, Optional.empty(), Optional.empty());
  }

  public BoardInput {
    words = List.copyOf(words);
    languages = List.copyOf(languages);
    bulletins = List.copyOf(bulletins);
    pageConfiguration = Map.copyOf(pageConfiguration);
    if (!pageConfiguration.keySet().equals(Set.copyOf(languages))) {
      throw new IllegalArgumentException("the form is not configured for exactly the board's languages");
    }
    pageConfiguration.values().forEach(json -> Json.read(json, "the form's configuration"));
    Json.read(country, "the country's outline");
    if (desk.isBlank()) {
      throw new IllegalArgumentException("the desk has no name");
    }
    if (words.size() != WORDS) {
      throw new IllegalArgumentException("a fingerprint has " + words.size() + " words, not " + WORDS);
    }
    if (languages.isEmpty() || languages.stream().distinct().count() != languages.size()) {
      throw new IllegalArgumentException("a board has no language, or one twice");
    }
    if (!HEX.matcher(rootPublicKey).matches()) {
      throw new IllegalArgumentException("the root's public key is not lower-case hex");
    }
    if (expires.isBefore(published)) {
      throw new IllegalArgumentException("a board expires before it is published");
    }
  }
}
