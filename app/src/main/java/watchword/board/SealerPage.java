package watchword.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import watchword.core.kind.Language;
import watchword.seal.FormatException;
import watchword.seal.SignedBundle;

/// `sealer.html`: the form as one file that needs no network, with a desk's courier bundle in its one block (spec/sealer.md).
///
/// All but the block is the web module's and the same for every desk; the same bundle and places give the same bytes.
public final class SealerPage {

  public static final String NAME = "sealer.html";

  private static final String TEMPLATE = "/watchword/web/data/sealer.html";
  private static final String SLOT = "{sealer}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private SealerPage() {}

  /// Fills the web module's template.
  ///
  /// @param words the six fingerprint words of the desk's root
  /// @param courier the bundle as the root signed it, of thirty days
  /// @param page of all languages the desk's pages have
  /// @throws IllegalArgumentException when the bundle is none, or is a day's
  public static String write(String desk, List<String> words, List<Language> languages, byte[] courier, PageConfiguration page) {
    return fill(template(), block(desk, words, languages, courier, page));
  }

  /// Puts a block into the one place of a template that is for it.
  static String fill(String template, String block) {
    int at = template.indexOf(SLOT);
    if (at < 0 || template.indexOf(SLOT, at + 1) >= 0) {
      throw new IllegalStateException("the sealer's template has not exactly one place for its block");
    }
    return template.substring(0, at) + block + template.substring(at + SLOT.length());
  }

  private static String block(String desk, List<String> words, List<Language> languages, byte[] courier, PageConfiguration page) {
    requireCourier(courier);
    ObjectNode block = JSON.createObjectNode();
    block.put("format", "watchword.sealer/1");
    block.put("desk", Visible.of(desk));
    words.forEach(block.putArray("words")::add);
    languages.forEach(language -> block.withArray("languages").add(language.code()));
    block.put("bundle", Base64.getEncoder().encodeToString(courier));
    block.set("page", page.node(languages));
    // Nothing in it may look like the end of its element.
    return block.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static void requireCourier(byte[] bundle) {
    try {
      if (!SignedBundle.parse(bundle).claimed().term().isCourier()) {
        throw new IllegalArgumentException("the sealer's bundle is of one day");
      }
    } catch (FormatException e) {
      throw new IllegalArgumentException("the sealer's bundle is none", e);
    }
  }

  private static String template() {
    try (InputStream in = Objects.requireNonNull(SealerPage.class.getResourceAsStream(TEMPLATE), "the sealer's template is missing: build the web module")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the sealer's template cannot be read", e);
    }
  }
}
