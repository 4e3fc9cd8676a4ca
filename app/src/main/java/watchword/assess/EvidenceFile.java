package watchword.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.archive.Entry;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watched;
import watchword.core.place.Place;

/// `evidence.json`: what bears on the question, and incidents for indicators to see.
record EvidenceFile(List<Evidence> evidence, List<Watched> incidents) {

  static final EvidenceFile NONE = new EvidenceFile(List.of(), List.of());

  /// What every piece of evidence has; it feeds an indicator or says for itself how likely it is.
  private static final Set<String> COMMON = Set.of("id", "type", "text", "origin", "on");

  static EvidenceFile read(Entry root, Question question, List<Indicator> indicators) {
    Entry file = root.only(Set.of("format", "evidence"), Set.of("incidents"));
    List<Evidence> evidence = file.objects("evidence").stream().map(entry -> evidence(entry, question, indicators)).toList();
    List<Watched> incidents = file.has("incidents") ? file.objects("incidents").stream().map(EvidenceFile::incident).toList() : List.of();
    return new EvidenceFile(evidence, incidents);
  }

  private static Watched incident(Entry entry) {
    Entry one = entry.only(Set.of("id", "kind", "latitude", "longitude", "on", "probability", "origin"), Set.of());
    return Document.made(one, () -> new Watched(one.text("id"), one.text("kind"),
        new Place(one.number("latitude", -90, 90), one.number("longitude", -180, 180), 1000, ""), Document.minute(one, "on"),
            one.number("probability", 0, 1),
        one.text("origin")));
  }

  private static Evidence evidence(Entry entry, Question question, List<Indicator> indicators) {
    Entry one = entry.named("evidence " + entry.text("id"));
    return switch (one.text("type")) {
      case "statement" -> {
        one.only(COMMON, Set.of("indicator", "seen", "hedge", "interested", "denied"));
        yield statement(one, item(one, question, indicators), indicators);
      }
      case "document" -> {
        one.only(COMMON, Set.of("indicator", "seen", "reliability"));
        yield new Evidence.OfDocument(item(one, question, indicators), one.number("reliability", 0, 1));
      }
      case "incident" -> {
        one.only(COMMON, Set.of("indicator", "seen", "probability"));
        yield new Evidence.OfIncident(item(one, question, indicators), one.number("probability", 0, 1));
      }
      default -> throw one.fault("type", "is none of statement, document, incident");
    };
  }

  /// Of a justification it counts that it was said; of all other statements how far the speaker stands behind it.
  private static Evidence statement(Entry one, Item item, List<Indicator> indicators) {
    boolean justification = item.indicator().flatMap(id -> find(id, indicators)).map(Indicator::justification).orElse(false);
    if (justification) {
      one.only(COMMON, Set.of("indicator"));
      return new Evidence.OfSpeaking(item);
    }
    return new Evidence.OfStatement(item, Document.one(one, "hedge", Hedge.class), one.has("interested") && one.flag("interested"),
        one.has("denied") && one.flag("denied"));
  }

  private static Item item(Entry one, Question question, List<Indicator> indicators) {
    if (one.has("indicator") == one.has("seen")) {
      throw one.fault("indicator", "or seen must be there, and not both");
    }
    String id = one.text("id");
    Instant when = Document.minute(one, "on");
    if (one.has("seen")) {
      return Document.made(one, () -> new Item(
          id, one.text("text"), one.text("origin"), when, Document.expectation(one, "seen", question), Optional.empty(), Optional.<Duration>empty()));
    }
    Indicator indicator = find(one.text("indicator"), indicators).orElseThrow(() -> one.fault("indicator", "names no indicator of indicators.json"));
    return Document.made(one, () -> new Item(
        id, one.text("text"), one.text("origin"), when, indicator.expectation(), Optional.of(indicator.id()), Optional.of(indicator.halfLife())));
  }

  private static Optional<Indicator> find(String id, List<Indicator> indicators) {
    return indicators.stream().filter(indicator -> indicator.id().equals(id)).findFirst();
  }
}
