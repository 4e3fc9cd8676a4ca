package watchword.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.time.Span;

/// A night of the invented country: threads are told, changed and withdrawn, and boards made of them.
final class Lorne {

  static final Instant NOW = Instant.parse("2026-11-22T13:45:00Z");

  private final List<Bulletin> bulletins = new ArrayList<>();
  private final List<Language> languages;

  Lorne(Language... languages) {
    this.languages = List.of(languages);
  }

  /// The night most tests and the pictures are made of: every status, updates, cancels, and two standing questions.
  static Lorne night() {
    Lorne lorne = new Lorne(Language.EN, Language.BE, Language.RU, Language.UK, Language.PL, Language.LT);
    lorne.tell("quietborder", Status.NO_SIGN, "border-crossing", near("Bruma", 51.52, -33.95, 30), 100, 255, Basis.CHECKED_ONCE, "");
    lorne.tell("dalblasts", Status.UNCONFIRMED, "explosion", near("Dal", 51.92, -33.62, 20), 95, 240, Basis.UNPROVEN_ACCOUNTS, "", Likelihood.LIKELY);
    lorne.tell("column", Status.UNCONFIRMED, "column", near("Ulmask", 51.98, -32.55, 20), 180, 240, Basis.PROVEN_SOURCES, "", Likelihood.LIKELY);
    lorne.tell("drones", Status.CONFIRMED, "drone", district("Kamora", 52.1, -31.5, 40), 140, 240, Basis.PROVEN_SOURCES, "", Likelihood.ALMOST_CERTAIN);
    lorne.tell("tonight", Status.NOT_CONFIRMED, "border-crossing", Optional.empty(), 300, 900, Basis.NOTHING_SUPPORTS_IT,
        "The message about 21:00 is going round in many wordings; none of them names where it comes from.");
    lorne.tell("bridge", Status.REFUTED, "bridge-or-dam-damaged", near("Old Dal", 51.96, -33.48, 10), 200, 900, Basis.CHECKED_TWICE, "");
    lorne.tell("power", Status.CONFIRMED, "power-cut", district("Pelsan", 52.62, -33.1, 60), 60, 600, Basis.CHECKED_TWICE, "", Likelihood.ALMOST_CERTAIN);
    lorne.tell("launch", Status.UNCONFIRMED, "missile-launch", near("Zaruna", 52.3, -33.55, 30), 8, 30, Basis.UNPROVEN_ACCOUNTS, "", Likelihood.LIKELY);
    lorne.tell("arrests", Status.UNCONFIRMED, "arrest", near("Korvan", 52.62, -33.1, 10), 900, 300, Basis.UNPROVEN_ACCOUNTS, "", Likelihood.LIKELY);
    lorne.tell("fire", Status.UNCONFIRMED, "fire", near("Sulvan", 52.45, -35.4, 10), 400, 500, Basis.CHECKED_ONCE, "", Likelihood.VERY_LIKELY);
    lorne.update("column", Status.CONFIRMED, 90, 240, Basis.CHECKED_TWICE, "", Likelihood.VERY_LIKELY);
    lorne.update("dalblasts", Status.CONFIRMED, 5, 240, Basis.CHECKED_TWICE, "", Likelihood.VERY_LIKELY);
    lorne.judge("attack", StandingQuestion.ATTACK, .1, 4_000).judge("attack", StandingQuestion.ATTACK, .3, 75);
    lorne.judge("vote", StandingQuestion.VOTE, .7, 2_000).cancel("vote", 120, "");
    lorne.cancel("fire", 30, "The smoke was from a field being burned off. We should have asked there first.");
    return lorne;
  }

  /// Thirty threads in force at once, two of them judgements, in every language.
  static Lorne busyNight() {
    Lorne lorne = new Lorne(Language.values());
    List<Status> statuses =
        List.of(Status.CONFIRMED, Status.UNCONFIRMED, Status.NOT_CONFIRMED, Status.NO_SIGN, Status.REFUTED);
    List<Basis> bases = List.of(Basis.values());
    List<Likelihood> likelihoods = List.of(Likelihood.values());
    List<String> kinds =
        List.of("explosion", "column", "drone", "missile-launch", "power-cut", "border-crossing", "arrest");
    List<String> towns =
        List.of("Dal", "Korvan", "Zaruna", "Ulmask", "Sulvan", "Bruma", "Pomran", "Sanvik", "Kimsa", "Nurpak", "Tarmun");
    for (int i = 0; i < 28; i++) {
      String town = towns.get(i % 11);
      String note = i % 6 == 0 ? "Asked at " + town + "; the road is open." : "";
      lorne.tell(
          "k3Jx9_%02dQz".formatted(i), statuses.get(i % 5), kinds.get(i % 7), near(town, 52, -33, 20), 5 + i * 7, 600,
          bases.get(i % 5), note, likelihoods.get(i % 7));
    }
    return lorne.judge("k3Jx9_28dQz", StandingQuestion.ATTACK, .3, 201).judge("k3Jx9_29dQz", StandingQuestion.VOTE, .7, 208);
  }

  static Optional<Area> near(String town, double latitude, double longitude, int km) {
    return Optional.of(new Area(town, latitude, longitude, km * 1000, Area.Extent.NEAR_TOWN));
  }

  static Optional<Area> district(String name, double latitude, double longitude, int km) {
    return Optional.of(new Area(name, latitude, longitude, km * 1000, Area.Extent.DISTRICT));
  }

  /// @param minutesAgo of publication
  /// @param minutesValid from then
  Lorne tell(
      String thread, Status status, String kind, Optional<Area> area, int minutesAgo, int minutesValid, Basis basis, String note,
      Likelihood... likelihood) {
    bulletins.add(new Bulletin.Alert(
        notice(thread, 1, status, CatalogueForTests.kind(kind), area, minutesAgo, minutesValid, basis, note, likelihood)));
    return this;
  }

  Lorne update(String thread, Status status, int minutesAgo, int minutesValid, Basis basis, String note, Likelihood... likelihood) {
    Notice before = last(thread);
    bulletins.add(new Bulletin.Update(
        notice(thread, before.version() + 1, status, told(before).kind(), told(before).area(), minutesAgo, minutesValid, basis, note, likelihood),
        before.id()));
    return this;
  }

  /// Takes a thread back, with the likelihood still in the notice: no page may show it.
  Lorne cancel(String thread, int minutesAgo, String note) {
    Notice before = last(thread);
    bulletins.add(new Bulletin.Cancel(
        notice(thread, before.version() + 1, Status.RETRACTED, before.subject(), minutesAgo, 600, note, before.likelihood().stream().toArray(Likelihood[]::new)),
        before.id()));
    return this;
  }

  /// Judges what a question asks, or judges it again.
  Lorne judge(String thread, StandingQuestion question, double probability, int minutesAgo) {
    Optional<Notice> before = find(thread);
    BulletinId id = new BulletinId(before.map(notice -> thread + "-" + (notice.version() + 1)).orElse(thread));
    bulletins.add(question.judge(probability, before, id, NOW.minus(Duration.ofMinutes(minutesAgo)), languages));
    return this;
  }

  BoardInput board() {
    return boardAt(NOW);
  }

  BoardInput boardAt(Instant published) {
    return new BoardInput(
        "Watch of Lorne",
        List.of("harbor", "violin", "candle", "orbit", "meadow", "salt"),
        ZoneId.of("Etc/GMT-3"),
        languages,
        languages.stream().collect(Collectors.toMap(
            language -> language, language -> "{\"format\":\"watchword.page/1\",\"zone\":\"+03:00\",\"in\":\"" + language + "\",\"x\":\"</script><b>&\"}")),
        "{\"type\":\"FeatureCollection\",\"features\":[]}\n",
        HexFormat.of().formatHex(new byte[1344]),
        bulletins,
        published,
        published.plus(Duration.ofHours(6)));
  }

  private static Subject.Happening told(Notice notice) {
    return notice.happening().orElseThrow();
  }

  private Optional<Notice> find(String thread) {
    return bulletins.stream().map(Bulletin::notice).filter(notice -> notice.thread().value().equals(thread)).reduce((a, b) -> b);
  }

  private Notice last(String thread) {
    return find(thread).orElseThrow();
  }

  private static Notice notice(
      String thread, int version, Status status, Kind kind, Optional<Area> area, int minutesAgo, int minutesValid, Basis basis, String note,
      Likelihood... likelihood) {
    return notice(thread, version, status, new Subject.Happening(kind, area, basis), minutesAgo, minutesValid, note, likelihood);
  }

  private static Notice notice(
      String thread, int version, Status status, Subject subject, int minutesAgo, int minutesValid, String note, Likelihood... likelihood) {
    Instant published = NOW.minus(Duration.ofMinutes(minutesAgo));
    Instant hour = Instant.parse("2026-11-22T00:00:00Z").plus(Duration.ofHours(Duration.between(Instant.parse("2026-11-22T00:00:00Z"), published).toHours()));
    return new Notice(
        new BulletinId(version == 1 ? thread : thread + "-" + version),
        new BulletinId(thread),
        version,
        status,
        subject,
        new Span(hour.minus(Duration.ofHours(2)), hour),
        published,
        published.plus(Duration.ofMinutes(minutesValid)),
        Arrays.stream(likelihood).findFirst(),
        note);
  }

  /// A board key made for one test.
  record BoardKey(Minisign.Key key, Minisign.Signer signer) {
    static BoardKey generate() {
      try {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] x509 = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(x509, x509.length - 32, x509.length);
        return new BoardKey(Minisign.Key.of(Arrays.copyOf(raw, 8), raw), message -> sign(pair, message));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static byte[] sign(KeyPair pair, byte[] message) {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// Stands in for what the web module makes.
  static Assets assets(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> names = List.of("board.css", "board.js", "tell.js", "map.js",
        "words-en.json", "words-be.json", "words-ru.json", "words-uk.json", "words-pl.json", "words-lt.json");
    for (String name : names) {
      Files.write(folder.resolve(name), ("/* " + name + " */\n").getBytes(StandardCharsets.UTF_8));
    }
    return Assets.of(folder);
  }
}
