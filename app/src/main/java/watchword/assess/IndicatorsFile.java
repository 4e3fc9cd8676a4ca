package watchword.assess;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.archive.Entry;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Indicator.Look;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watch;
import watchword.core.place.Place;
import watchword.core.time.Span;

/// `indicators.json`: the signs to look for, who last looked, and when the network was cut.
record IndicatorsFile(List<Indicator> indicators, List<Span> cuts) {

  static final IndicatorsFile NONE = new IndicatorsFile(List.of(), List.of());

  private static final double LONGEST_DAYS = 3650;

  static IndicatorsFile read(Entry root, Question question) {
    Entry file = root.only(Set.of("format", "indicators"), Set.of("cuts"));
    List<Indicator> indicators = file.objects("indicators").stream().map(entry -> indicator(entry, question)).toList();
    List<Span> cuts = file.has("cuts") ? file.objects("cuts").stream().map(IndicatorsFile::cut).toList() : List.of();
    return new IndicatorsFile(indicators, cuts);
  }

  private static Span cut(Entry entry) {
    Entry cut = entry.only(Set.of("from", "to"), Set.of());
    return Document.made(cut, () -> new Span(Document.minute(cut, "from"), Document.minute(cut, "to")));
  }

  private static Indicator indicator(Entry entry, Question question) {
    Entry one = entry.only(Set.of("id", "domain", "text", "seen", "halfLifeDays"), Set.of("justification", "watch", "looks"))
        .named("indicator " + entry.text("id"));
    double halfLifeDays = one.number("halfLifeDays", 1.0 / 24, LONGEST_DAYS);
    Optional<Watch> watch = one.has("watch") ? one.object("watch").map(IndicatorsFile::watch) : Optional.empty();
    List<Look> looks = one.has("looks") ? one.objects("looks").stream().map(IndicatorsFile::look).toList() : List.of();
    return Document.made(one, () -> new Indicator(one.text("id"), Document.one(one, "domain", Domain.class), one.text("text"),
        Document.expectation(one, "seen", question), Duration.ofSeconds(Math.round(halfLifeDays * 86_400)),
            one.has("justification") && one.flag("justification"),
        watch, looks));
  }

  private static Watch watch(Entry entry) {
    Entry watch = entry.only(Set.of("kinds", "latitude", "longitude", "radiusKm"), Set.of());
    return Document.made(watch, () -> new Watch(Set.copyOf(watch.texts("kinds")),
        new Place(watch.number("latitude", -90, 90), watch.number("longitude", -180, 180), 1000 * watch.number("radiusKm", .1, 5000), "")));
  }

  private static Look look(Entry entry) {
    Entry look = entry.only(Set.of("on", "origin"), Set.of());
    return Document.made(look, () -> new Look(Document.minute(look, "on"), look.text("origin")));
  }
}
