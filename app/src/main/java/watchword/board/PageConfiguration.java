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
import watchword.core.place.Town;
import watchword.seal.RootPublic;

/// What the sender's form in a page knows: root, kinds and towns, in that page's language alone.
public final class PageConfiguration {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ED25519 = 32;

  private final JsonNode catalogue;
  private final List<Town> towns;
  private final RootPublic root;
  private final ZoneOffset zone;

  /// @param towns all there are; the form offers as many as its bytes allow (`FormTowns`)
  /// @param zone of the desk; the form never asks the device
  public PageConfiguration(List<Town> towns, RootPublic root, ZoneOffset zone) {
    this.catalogue = catalogue();
    this.towns = FormTowns.of(towns);
    this.root = root;
    this.zone = zone;
  }

  public String json(Language language) {
    ObjectNode page = JSON.createObjectNode();
    page.put("format", "watchword.page/1");
    byte[] raw = root.raw();
    ObjectNode keys = page.putObject("root");
    keys.put("ed25519", Base64.getEncoder().encodeToString(Arrays.copyOf(raw, ED25519)));
    keys.put("mldsa44", Base64.getEncoder().encodeToString(Arrays.copyOfRange(raw, ED25519, raw.length)));
    page.put("zone", zone.equals(ZoneOffset.UTC) ? "+00:00" : zone.getId());
    copy(page.putArray("groups"), "groups", List.of("id", "names"), language);
    copy(page.putArray("kinds"), "kinds", List.of("id", "shape", "group", "icon", "names", "fields"), language);
    copy(page.putArray("fields"), "fields", List.of("name", "names", "choices"), language);
    ArrayNode places = page.putArray("towns");
    for (Town town : towns) {
      ArrayNode place = places.addArray();
      place.add(town.name()).add(FormTowns.latitude(town)).add(FormTowns.longitude(town)).add(FormTowns.people(town));
      place.add(town.own() ? Math.round(town.radiusMetres()) : 0);
      FormTowns.spellings(town, language).forEach(place::add);
    }
    return page.toString();
  }

  private void copy(ArrayNode out, String list, List<String> keys, Language language) {
    for (JsonNode entry : catalogue.get(list)) {
      ObjectNode copy = out.addObject();
      for (String key : keys) {
        Optional.ofNullable(entry.get(key)).ifPresent(value -> copy.set(key, inOne(key, value, language)));
      }
    }
  }

  /// Names of one language; choices likewise.
  private static JsonNode inOne(String key, JsonNode value, Language language) {
    if (key.equals("names")) {
      return JSON.createObjectNode().set(language.code(), value.get(language.code()));
    }
    if (key.equals("choices")) {
      ArrayNode choices = JSON.createArrayNode();
      for (JsonNode choice : value) {
        ObjectNode one = choices.addObject();
        one.set("value", choice.get("value"));
        one.set("names", inOne("names", choice.get("names"), language));
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
