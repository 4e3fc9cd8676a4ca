package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.corroboration.Finding;
import watchword.core.decision.Policy;
import watchword.core.kind.Rule;
import watchword.core.place.Gazetteer;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.desk.Entry;
import watchword.desk.QuestionStep;

/// What every publication must have had behind it, read from the entries alone and not by the rules' own code.
final class PolicyCheck {

  private final Gazetteer gazetteer;
  private final Map<ReportId, Reading> readings = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Entry.Wished> wishes = new ArrayList<>();
  private final List<Entry> entries;

  PolicyCheck(List<Entry> entries, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.entries = List.copyOf(entries);
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Arrived arrived -> readings.put(arrived.reading().id(), arrived.reading());
        case Entry.Found found -> findings.add(found.finding());
        case Entry.Wished wished -> wishes.add(wished);
        default -> { }
      }
    }
  }

  /// Where a rule needs a fact that reports tell only roughly, the most generous reading of them is taken.
  void assertNotBelow(Entry.Published published) {
    Notice notice = published.bulletin().notice();
    List<Reading> behind = published.reports().stream().map(id -> reading(id)).toList();
    Rule rule = Policy.DEFAULT.rule(notice.happening().orElseThrow().kind());
    boolean claims = notice.status() == Status.CONFIRMED || notice.status() == Status.UNCONFIRMED;
    if (notice.status() == Status.CONFIRMED || (notice.status() == Status.UNCONFIRMED && !rule.dangerToLife())) {
      assertThat(wishers(published)).as("members who asked for %s", notice.status()).hasSizeGreaterThanOrEqualTo(2);
    }
    if (notice.status() == Status.CONFIRMED) {
      assertThat(checksThatFound(published)).as("checks behind CONFIRMED").isGreaterThanOrEqualTo(2);
    }
    if (notice.status() == Status.UNCONFIRMED) {
      long ahead = behind.stream().filter(Reading::foretells).count();
      assertThat(2 * ahead).as("no claim about the future").isLessThan(behind.size());
      if (checksThatFound(published) == 0) {
        assertThat(rule.dangerToLife()).as("unchecked, so a danger").isTrue();
        long sources = behind.stream().map(Reading::source).distinct().count();
        assertThat(sources).as("origins").isGreaterThanOrEqualTo(rule.origins());
      }
    }
    if (published.bulletin() instanceof Bulletin.Alert) {
      assertCoarse(notice, rule, seenFrom(behind));
      if (claims) {
        Instant released = seenFrom(behind).plus(Duration.ofMinutes(rule.delayMinutes()));
        assertThat(notice.published()).as("after its delay").isAfterOrEqualTo(released);
      }
    }
  }

  /// A judgement is told by the word of one who did not make it, given since it stands; anybody may take it back.
  void assertJudged(Entry.Published published) {
    if (published.bulletin() instanceof Bulletin.Cancel) {
      return;
    }
    int out = entries.indexOf(published);
    assertThat(out).isNotNegative();
    Set<String> wishers = new HashSet<>();
    for (int i = out - 1; i >= 0; i--) {
      if (entries.get(i) instanceof Entry.Questioned asked && asked.step() instanceof QuestionStep.Judged) {
        wishers.remove(asked.member());
        assertThat(wishers).as("others who wished it").isNotEmpty();
        return;
      }
      if (entries.get(i) instanceof Entry.Questioned asked && asked.step() instanceof QuestionStep.Wished) {
        wishers.add(asked.member());
      }
    }
    throw new AssertionError("told and never judged");
  }

  private void assertCoarse(Notice notice, Rule rule, Instant seen) {
    notice.happening().flatMap(Subject.Happening::area).ifPresent(area -> {
      boolean early = notice.published().isBefore(seen.plus(Duration.ofHours(rule.districtOnlyHours())));
      if (area.extent() == Area.Extent.NEAR_TOWN) {
        assertThat(early).as("a district alone for so many hours").isFalse();
        assertThat(area.radiusMetres()).as("the kind's cell").isGreaterThanOrEqualTo(rule.cellMetres());
        assertThat(gazetteer.towns())
            .anyMatch(town -> town.name().equals(area.name()) && town.population() >= Policy.INHABITANTS);
      } else {
        assertThat(area.radiusMetres()).as("a district").isGreaterThanOrEqualTo(30_000);
      }
    });
  }

  private static Instant seenFrom(List<Reading> behind) {
    return behind.stream().map(reading -> reading.when().earliest()).min(Instant::compareTo).orElseThrow();
  }

  private long checksThatFound(Entry.Published published) {
    return findings.stream()
        .filter(finding -> finding.outcome() == Finding.Outcome.FOUND && shares(finding.reports(), published))
        .count();
  }

  /// On whatever incident then held a report of it.
  private Set<String> wishers(Entry.Published published) {
    return wishes.stream()
        .filter(wish -> wish.status() == published.bulletin().notice().status() && shares(wish.reports(), published))
        .map(Entry.Wished::member)
        .collect(Collectors.toSet());
  }

  private static boolean shares(List<ReportId> reports, Entry.Published published) {
    return reports.stream().anyMatch(published.reports()::contains);
  }

  private Reading reading(ReportId id) {
    return Optional.ofNullable(readings.get(id))
        .orElseThrow(() -> new AssertionError("published of a report that never came: " + id));
  }
}
