package watchword.board;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import watchword.core.kind.Language;
import watchword.seal.Compromise;

/// All files of a board but its manifest, by path: a pure function of the input.
final class Site {

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private Site() {}

  static SortedMap<String, byte[]> of(BoardInput input, Minisign.Key key, Assets assets) {
    Site site = new Site();
    for (Language language : input.languages()) {
      site.edition(Edition.of(input, key.line(), assets, language));
    }
    site.put(NowMap.COUNTRY, input.country());
    site.put("minisign.pub", key.file());
    input.sealer().ifPresent(page -> site.put(SealerPage.NAME, page));
    site.files.put("root.bin", HexFormat.of().parseHex(input.rootPublicKey()));
    input.compromise().ifPresent(notice -> site.files.put(Compromise.FILE_NAME, notice.text()));
    assets.files().forEach((name, content) -> site.files.put("assets/" + name, content));
    return site.files;
  }

  private void edition(Edition edition) {
    String folder = edition.folder();
    for (Reach reach : Reach.values()) {
      put(folder + reach.page(), NowPage.write(edition, reach));
    }
    List<History> histories = edition.histories();
    for (History history : histories) {
      put(folder + BulletinPage.name(history.latest()), BulletinPage.write(edition, history));
    }
    put(folder + CorrectionsPage.NAME, CorrectionsPage.write(edition));
    put(folder + CheckPage.NAME, CheckPage.write(edition));
    edition.input().sealer().ifPresent(sealer -> put(folder + HandInPage.NAME, HandInPage.write(edition, sealer)));
    put(folder + Feed.NAME, Feed.write(edition));
    put(folder + NowText.NAME, NowText.write(edition));
    put(folder + NowMap.NAME, NowMap.write(edition));
  }

  private void put(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
  }
}
