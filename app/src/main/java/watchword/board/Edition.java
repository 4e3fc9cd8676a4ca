package watchword.board;

import java.util.List;
import watchword.core.kind.Language;

/// The board in one language: its input, its threads and its words.
///
/// @param minisignKey the board key's line as minisign prints it, for the page on checking
/// @param assets scripts, which pages name by their hashes
record Edition(BoardInput input, List<History> histories, String minisignKey, Assets assets, Wording wording) {

  static Edition of(BoardInput input, String minisignKey, Assets assets, Language language) {
    return new Edition(input, History.of(input.bulletins()), minisignKey, assets, new Wording(Words.of(language), input.zone()));
  }

  Words words() {
    return wording.words();
  }

  Language language() {
    return words().language();
  }

  /// What the sender's form is told.
  String pageConfiguration() {
    String json = input.pageConfiguration().get(language());
    if (json == null) {
      throw new IllegalStateException("the input has checked that every language is configured");
    }
    return json;
  }

  /// The folder of this edition: the first language stands at the top of the site.
  String folder() {
    return folder(language());
  }

  String folder(Language language) {
    return language == input.languages().getFirst() ? "" : language.code() + "/";
  }
}
