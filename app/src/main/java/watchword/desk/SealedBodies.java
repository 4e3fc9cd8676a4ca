package watchword.desk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;
import watchword.journal.Body;
import watchword.journal.Journal;
import watchword.journal.Keyring;
import watchword.seal.FormatException;

/// Words and pictures under keys of their own, on a shelf for each lane and epoch of the journal.
///
/// An epoch begins each day and whenever someone comes or goes, so a newcomer holds no earlier shelf.
public final class SealedBodies implements Bodies {

  private final watchword.journal.Bodies bodies;
  private final Journal journal;
  private final Sessions sessions;

  SealedBodies(watchword.journal.Bodies bodies, Journal journal, Sessions sessions) {
    this.bodies = bodies;
    this.journal = journal;
    this.sessions = sessions;
  }

  /// The name of a lane's shelf in the present epoch.
  static String shelf(Journal journal, int lane) {
    return shelf(journal.epoch().orElseThrow(() -> new IllegalStateException("no epoch has begun")), lane);
  }

  /// The name of a lane's shelf in an epoch of the journal.
  public static String shelf(int epoch, int lane) {
    return "shelf " + epoch + " " + lane;
  }

  @Override
  public void put(ReportId id, int lane, String text) {
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    put(id.value(), lane, words);
    Arrays.fill(words, (byte) 0);
  }

  @Override
  public void put(MediaHash photo, int lane, byte[] picture) {
    put(id(photo), lane, picture);
  }

  private static String id(MediaHash photo) {
    return "photo " + photo.value();
  }

  private void put(String id, int lane, byte[] body) {
    String shelf = shelf(journal, lane);
    Keyring keyring = sessions.all().map(Sessions.Session::keyring).filter(one -> holds(one, shelf)).findFirst()
        .orElseThrow(() -> new IllegalStateException("no unlocked member has lane " + lane));
    try {
      bodies.put(id, body, shelf, keyring).join();
    } catch (CompletionException e) {
      throw new IllegalStateException("a report's words or photo could not be kept", e.getCause());
    }
  }

  @Override
  public Optional<Integer> lane(ReportId id) {
    return bodies.shelf(id.value()).map(shelf -> Integer.parseInt(shelf.substring(shelf.lastIndexOf(' ') + 1)));
  }

  private static boolean holds(Keyring keyring, String shelf) {
    Optional<byte[]> secret = keyring.secret(shelf);
    secret.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
    return secret.isPresent();
  }

  @Override
  public Optional<String> open(ReportId id) {
    return sessions.all().flatMap(session -> open(id.value(), session.keyring()).stream()).findFirst().map(SealedBodies::text);
  }

  @Override
  public Optional<String> open(ReportId id, String member) {
    return sessions.find(member).flatMap(session -> open(id.value(), session.keyring())).map(SealedBodies::text);
  }

  @Override
  public Optional<byte[]> open(MediaHash photo, String member) {
    return sessions.find(member).flatMap(session -> open(id(photo), session.keyring()));
  }

  @Override
  public Access access(ReportId id, String member) {
    Optional<Keyring> keyring = sessions.find(member).map(Sessions.Session::keyring);
    Optional<String> shelf = bodies.shelf(id.value());
    if (keyring.isEmpty() || shelf.isEmpty()) {
      return Access.NONE;
    }
    if (holds(keyring.get(), shelf.get())) {
      return Access.OWN;
    }
    return holds(keyring.get(), "epoch " + epoch(shelf.get())) ? Access.OTHER_LANE : Access.NONE;
  }

  /// `shelf 12 0` is of epoch 12.
  private static String epoch(String shelf) {
    return shelf.split(" ", -1)[1];
  }

  private static String text(byte[] words) {
    return new String(words, StandardCharsets.UTF_8);
  }

  private Optional<byte[]> open(String id, Keyring keyring) {
    try {
      return switch (bodies.open(id, keyring)) {
        case Body.Opened opened -> Optional.of(opened.bytes());
        case Body.Locked _, Body.Forgotten _ -> Optional.empty();
      };
    } catch (FormatException e) {
      throw new IllegalStateException("the words or a photo of a report are damaged", e);
    }
  }

  @Override
  public Set<String> held() {
    return bodies.held();
  }

  @Override
  public void forgetAllBut(Collection<ReportId> ids, Collection<MediaHash> photos, Set<String> held) {
    await(bodies.forgetAllBut(names(ids, photos), held));
  }

  @Override
  public void forget(Collection<ReportId> ids, Collection<MediaHash> photos) {
    await(bodies.forget(names(ids, photos)));
  }

  private static List<String> names(Collection<ReportId> ids, Collection<MediaHash> photos) {
    return Stream.concat(ids.stream().map(ReportId::value), photos.stream().map(SealedBodies::id)).toList();
  }

  private static void await(CompletableFuture<Boolean> forgotten) {
    try {
      forgotten.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("reports could not be forgotten", e.getCause());
    }
  }
}
