package watchword.desk;

import java.time.Instant;
import java.util.Optional;
import watchword.core.text.WordWeights;

/// Whom an entry says it is by, and of when.
final class Authorship {

  private Authorship() {}

  /// Returns the member, or the desk, that an entry speaks for, or empty where it speaks for none.
  static Optional<String> member(Entry entry) {
    return switch (entry) {
      case Entry.Found found -> Optional.of(found.finding().member());
      case Entry.Judged judged -> Optional.of(judged.verdict().member());
      case Entry.Linked linked -> Optional.of(linked.member());
      case Entry.JoinedSeries joined -> Optional.of(joined.member());
      case Entry.LeftSeries left -> Optional.of(left.member());
      case Entry.PutAside put -> Optional.of(put.member());
      case Entry.Wished wished -> Optional.of(wished.member());
      case Entry.Shown shown -> Optional.of(shown.member());
      case Entry.Asked asked -> Optional.of(asked.member());
      case Entry.Agreed agreed -> Optional.of(agreed.member());
      case Entry.Stopped stopped -> Optional.of(stopped.member());
      case Entry.AskedTooMuch much -> Optional.of(much.member());
      case Entry.TimeConfirmed confirmed -> Optional.of(confirmed.member());
      case Entry.Voted voted -> Optional.of(voted.member());
      case Entry.Replied replied -> Optional.of(replied.member());
      case Entry.Questioned questioned -> Optional.of(questioned.member()); // the desk too, by its own key alone
      case Entry.Checked checked -> Optional.of(checked.member());
      case Entry.Closed closed -> closed.member();
      case Entry.Handled handled -> Optional.of(handled.member());
      case Entry.Arrived _, Entry.PhotoCame _, Entry.PhotosDropped _, Entry.Enrolled _, Entry.Published _, Entry.WordsCut _, Entry.Forgot _,
          Entry.Continued _, Entry.TestMissed _ -> Optional.empty();
    };
  }

  static Instant at(Entry entry) {
    return switch (entry) {
      case Entry.Arrived arrived -> arrived.at();
      case Entry.PhotoCame photo -> photo.at();
      case Entry.PhotosDropped dropped -> dropped.at();
      case Entry.Enrolled enrolled -> enrolled.at();
      case Entry.Found found -> found.finding().at();
      case Entry.Judged judged -> judged.verdict().at();
      case Entry.Linked linked -> linked.at();
      case Entry.JoinedSeries joined -> joined.at();
      case Entry.LeftSeries left -> left.at();
      case Entry.PutAside put -> put.at();
      case Entry.Wished wished -> wished.at();
      case Entry.Published published -> published.at();
      case Entry.Shown shown -> shown.at();
      case Entry.Asked asked -> asked.at();
      case Entry.Agreed agreed -> agreed.at();
      case Entry.Stopped stopped -> stopped.at();
      case Entry.AskedTooMuch much -> much.at();
      case Entry.TimeConfirmed confirmed -> confirmed.at();
      case Entry.TestMissed missed -> missed.at();
      case Entry.Voted voted -> voted.at();
      case Entry.WordsCut words -> Instant.ofEpochSecond((words.cut().hour() + 1) * WordWeights.HOUR_SECONDS);
      case Entry.Closed closed -> closed.at();
      case Entry.Handled handled -> handled.at();
      case Entry.Forgot forgot -> forgot.at();
      case Entry.Replied replied -> replied.at();
      case Entry.Questioned questioned -> questioned.at();
      case Entry.Checked checked -> checked.at();
      case Entry.Continued continued -> continued.at();
    };
  }
}
