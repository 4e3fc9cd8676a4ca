package watchword.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import watchword.core.kind.Language;
import watchword.core.place.Outline;
import watchword.core.place.Town;
import watchword.seal.RootPublic;

/// What the sender's form in a page knows: root, kinds and towns, in that page's language alone; in the offline sealer in all.
public final class PageConfiguration {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ED25519 = 32;

  private final JsonNode catalogue;
  private final List<Town> towns;
  private final RootPublic root;
  private final ZoneOffset zone;
  private final Outline outline;

  /// @param towns all there are; the form offers as many as its bytes allow (`FormTowns`)
  /// @param zone of the desk; the form never asks the device
  public PageConfiguration(List<Town> towns, RootPublic root, ZoneOffset zone) {
    this(root, zone, FormTowns.of(towns), Outline.NONE);
  }

  private PageConfiguration(RootPublic root, ZoneOffset zone, List<Town> offered, Outline outline) {
    this.catalogue = catalogue();
    this.towns = offered;
    this.root = root;
    this.zone = zone;
    this.outline = outline;
  }

  /// What the offline sealer knows: it is carried once and loads nothing, so it offers many more places, and the lines of the country under them.
  public static PageConfiguration offline(List<Town> towns, Outline outline, RootPublic root, ZoneOffset zone) {
    return new PageConfiguration(root, zone, FormTowns.offline(towns), outline);
  }

  public String json(Language language) {
    return node(List.of(language)).toString();
  }

  ObjectNode node(List<Language> languages) {
    ObjectNode page = JSON.createObjectNode();
    page.put("format", "watchword.page/1");
    byte[] raw = root.raw();
    ObjectNode keys = page.putObject("root");
    keys.put("ed25519", Base64.getEncoder().encodeToString(Arrays.copyOf(raw, ED25519)));
    keys.put("mldsa44", Base64.getEncoder().encodeToString(Arrays.copyOfRange(raw, ED25519, raw.length)));
    page.put("zone", zone.equals(ZoneOffset.UTC) ? "+00:00" : zone.getId());
    copy(page.putArray("groups"), "groups", List.of("id", "names"), languages);
    copy(page.putArray("kinds"), "kinds", List.of("id", "shape", "group", "icon", "names", "fields"), languages);
    copy(page.putArray("fields"), "fields", List.of("name", "names", "choices"), languages);
    ArrayNode places = page.putArray("towns");
    for (Town town : towns) {
      ArrayNode place = places.addArray();
      place.add(town.name()).add(FormTowns.latitude(town)).add(FormTowns.longitude(town)).add(FormTowns.people(town));
      place.add(town.own() ? Math.round(town.radiusMetres()) : 0);
      languages.stream().flatMap(language -> FormTowns.spellings(town, language).stream()).distinct().forEach(place::add);
    }
    if (!outline.lines().isEmpty()) {
      ArrayNode lines = page.putArray("outline");
      outline.lines().forEach(line -> {
        ArrayNode points = lines.addArray();
        line.points().forEach(point -> points.add(rounded(point.longitude())).add(rounded(point.latitude())));
      });
    }
    return page;
  }

  /// To a hundred metres: the lines are no finer.
  private static double rounded(double degrees) {
    return Math.round(degrees * 1_000) / 1_000.0;
  }

  private void copy(ArrayNode out, String list, List<String> keys, List<Language> languages) {
    for (JsonNode entry : catalogue.get(list)) {
      ObjectNode copy = out.addObject();
      for (String key : keys) {
        Optional.ofNullable(entry.get(key)).ifPresent(value -> copy.set(key, inTheir(key, value, languages)));
      }
    }
  }

  /// Names of these languages; choices likewise.
  private static JsonNode inTheir(String key, JsonNode value, List<Language> languages) {
    if (key.equals("names")) {
      ObjectNode names = JSON.createObjectNode();
      languages.forEach(language -> names.set(language.code(), value.get(language.code())));
      return names;
    }
    if (key.equals("choices")) {
      ArrayNode choices = JSON.createArrayNode();
      for (JsonNode choice : value) {
        ObjectNode one = choices.addObject();
        one.set("value", choice.get("value"));
        one.set("names", inTheir("names", choice.get("names"), languages));
      }
      return choices;
    }
    return value;
  }

  private static JsonNode catalogue() {
    try (InputStream file = PageConfiguration.class.getResourceAsStream("/watchword/kinds.json")) {
      if (file == null) {
        throw new IllegalStateException("the catalogue of kinds is missing from the build");
      }
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
