package watchword.core.decision;

import java.time.Duration;
import java.util.Map;
import watchword.core.bulletin.Status;
import watchword.core.kind.Kind;
import watchword.core.kind.Rule;

/// A desk's publication rules: the catalogue's, with the desk's own over them.
///
/// @param rules by kind id, where the desk differs from the catalogue
/// @param confirmAt least probability of CONFIRMED
/// @param unconfirmedAt least probability of UNCONFIRMED
/// @param membersNeeded who must agree, where one alone may not
public record Policy(Map<String, Rule> rules, double confirmAt, double unconfirmedAt, int membersNeeded) {

  /// The catalogue's rules, two members.
  public static final Policy DEFAULT = new Policy(Map.of(), 0.90, 0.55, 2);

  /// Everything that is not danger to life leaves on this tick, so that its minute says nothing.
  public static final Duration TICK = Duration.ofMinutes(15);

  /// Public times are told on this grid.
  public static final Duration WINDOW = Duration.ofHours(2);

  /// A place is named only after a town of so many inhabitants.
  public static final long INHABITANTS = 1_000;

  /// A member is shown so many reports in a day (UTC), and asks for no more.
  ///
  /// Five an hour through a night of twelve, which is what a person who also checks can use; and in thirty days 1,800, a fifth of the 8,500 senders whose
  /// messages one infiltrator of Black Book of Belarus had in ten months.
  public static final int SHOWN_A_DAY = 60;

  /// More at once than a person reads before they act is copying.
  public static final int SHOWN_AT_ONCE = 10;

  /// What came longer ago is history, which an infiltrator wants and the night's work seldom does; as long as the keys of a day live.
  public static final Duration SHOWN_ALONE_FOR = Duration.ofDays(4);

  /// How long an act that needs a second member waits, visibly, where there is none; and how long leave to be shown lasts.
  public static final Duration WAIT = Duration.ofDays(1);

  /// A judgement that nobody renews in a month lapses: what was known when it was made is no longer what is known.
  public static final Duration JUDGEMENT = Duration.ofDays(31);

  public Policy {
    rules = Map.copyOf(rules);
  }

  public Rule rule(Kind kind) {
    return rules.getOrDefault(kind.id(), kind.rule());
  }

  /// How long a bulletin stands unless renewed.
  static Duration expiry(Status status, boolean dangerToLife) {
    return switch (status) {
      case CONFIRMED -> Duration.ofHours(12);
      case UNCONFIRMED -> dangerToLife ? Duration.ofMinutes(30) : Duration.ofHours(3);
      case NOT_CONFIRMED -> Duration.ofHours(6);
      case NO_SIGN -> Duration.ofHours(2);
      case REFUTED, RETRACTED -> Duration.ofHours(24);
      case JUDGED -> JUDGEMENT;
    };
  }
}
