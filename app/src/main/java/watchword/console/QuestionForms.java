package watchword.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watch;
import watchword.core.bulletin.Likelihood;
import watchword.core.incident.IncidentId;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.statement.Polarity;
import watchword.core.time.Span;
import watchword.desk.Case;
import watchword.desk.Inquiry;
import watchword.desk.QuestionStep;

/// Steps of questions as forms carry them.
///
/// Numbers of a form are per cent. Whatever does not make a step is refused with the sentence of the part that refused it.
record QuestionForms(Room room, Fields fields, String member) {

  /// Answers beside *none of these*.
  static final int ANSWERS = 5;

  /// How members name a question; it stands in addresses.
  static final String ID = "[a-z0-9\\-]{1,40}";

  private static final double PER_CENT = 100;

  /// A step that a form does not make.
  private static final String NOTHING_DONE = " Nothing was done: go back and mend it.";

  QuestionStep.Put put() {
    return made(() -> {
      List<Hypothesis> hypotheses = new ArrayList<>();
      List<Double> usual = new ArrayList<>();
      for (int i = 1; i <= ANSWERS; i++) {
        int number = i;
        fields.find("answer" + i).ifPresent(text -> hypotheses.add(new Hypothesis("h" + number, text)));
        if (fields.find("answer" + i).isPresent()) {
          fields.find("usual" + i).map(QuestionForms::share).ifPresent(usual::add);
        }
      }
      hypotheses.add(new Hypothesis(Question.NONE, "none of these"));
      Question question = new Question(id(), fields.get("territory"), fields.get("asks"), fields.get("rule"), fields.get("resolver"),
          day("opens"), day("closes"), hypotheses, List.of());
      Map<Language, String> claim = byLanguage("claim");
      return new QuestionStep.Put(question, claim.isEmpty() ? Map.of() : Map.of(hypotheses.getFirst().id(), claim), base(hypotheses.size(), usual));
    });
  }

  private String id() {
    String id = fields.get("id");
    if (!id.matches(ID)) {
      throw new IllegalArgumentException("the short name has other signs than small letters, figures and hyphens, or more than forty");
    }
    return id;
  }

  private BaseRate base(int hypotheses, List<Double> usual) {
    String why = fields.get("why");
    if (fields.find("events").isPresent()) {
      if (hypotheses != 2) {
        throw new IllegalArgumentException("a count of events makes a base rate for one answer and its opposite; for more, give each its per cent");
      }
      return BaseRate.counted((int) number("events"), number("months"), number("horizon"), why);
    }
    if (usual.size() != hypotheses - 1) {
      throw new IllegalArgumentException("the base rate is missing: count events in so many months, or give each answer its per cent");
    }
    List<Double> all = new ArrayList<>(usual);
    all.add(1 - usual.stream().mapToDouble(Double::doubleValue).sum());
    return new BaseRate(all, why);
  }

  QuestionStep.Watching watching(Inquiry inquiry) {
    return made(() -> new QuestionStep.Watching(new Indicator(free(inquiry, "i"), fields.choice(Domain.class, "domain"), fields.get("text"),
        expectation(inquiry), days("days"), fields.find("justification").isPresent(), watch(), List.of())));
  }

  /// Kinds in a circle around a town; empty where no kind is chosen.
  private Optional<Watch> watch() {
    Set<String> kinds = new HashSet<>();
    for (String id : fields.list("kind")) {
      room.config().kinds().find(id).map(Kind::id).ifPresent(kinds::add);
    }
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    Place town = room.config().gazetteer().find(fields.get("town")).map(Town::place)
        .orElseThrow(() -> new IllegalArgumentException("choose the town that is watched around"));
    return Optional.of(new Watch(kinds, new Place(town.latitude(), town.longitude(), 1_000 * number("km"), town.name())));
  }

  QuestionStep.Looked looked() {
    return made(() -> new QuestionStep.Looked(fields.get("indicator"), new Indicator.Look(time("when"), fields.get("origin"))));
  }

  QuestionStep.Cut cut() {
    return made(() -> new QuestionStep.Cut(new Span(time("from"), time("to"))));
  }

  QuestionStep.Added added(Inquiry inquiry) {
    return made(() -> {
      Optional<Indicator> fed = fed(inquiry);
      Item item = item(inquiry, fed, fields.get("origin"));
      if (fed.filter(Indicator::justification).isPresent()) {
        return new QuestionStep.Added(new Evidence.OfSpeaking(item));
      }
      return new QuestionStep.Added(switch (fields.get("type")) {
        case "statement" -> new Evidence.OfStatement(item, fields.choice(Hedge.class, "hedge"), fields.find("interested").isPresent(), fields.find("denied").isPresent());
        case "document" -> new Evidence.OfDocument(item, share(fields.get("reliability")));
        default -> throw new IllegalArgumentException("choose whether it is a statement or a document");
      });
    });
  }

  /// A suggested statement, as corrected. What feeds a sign that something is said counts as said, whatever it claims; a rumour is never evidence for its content.
  QuestionStep.Added stated(Inquiry inquiry, Suggested suggested) {
    return made(() -> {
      String origin = suggested.origin(fields).orElseThrow(() -> new IllegalArgumentException("say who it goes back to: nobody is named"));
      Optional<Indicator> fed = fed(inquiry);
      Item item = item(inquiry, fed, origin);
      boolean denied = Suggested.isRumour(fields) || fields.choice(Polarity.class, "polarity") == Polarity.DENIED;
      return new QuestionStep.Added(fed.filter(Indicator::justification).isPresent() ? new Evidence.OfSpeaking(item)
          : new Evidence.OfStatement(item, fields.choice(Hedge.class, "hedge"), fields.find("interested").isPresent(), denied));
    });
  }

  /// An incident that no sign sees; it goes back to its own reports where no other origin is given.
  QuestionStep.Added incident(Inquiry inquiry) {
    return made(() -> {
      Case one = room.holding(member, new IncidentId(fields.get("incident"))).orElseThrow(() -> new IllegalArgumentException("the desk holds no such incident"));
      String named = one.incident().id().value();
      Optional<Indicator> fed = fed(inquiry);
      return new QuestionStep.Added(new Evidence.OfIncident(new Item(Evidence.OfIncident.id(free(inquiry, "e"), named), fields.get("text"), fields.find("origin").orElse(named),
          one.incident().when().earliest(), fed.map(Indicator::expectation).orElseGet(() -> expectation(inquiry)), fed.map(Indicator::id), fed.map(Indicator::halfLife)),
          one.corroboration().probability()));
    });
  }

  private String free(Inquiry inquiry, String prefix) {
    return room.desk().questions().free(inquiry.known().question().id(), prefix);
  }

  private Optional<Indicator> fed(Inquiry inquiry) {
    return fields.find("indicator").map(id -> inquiry.known().indicators().stream().filter(one -> one.id().equals(id)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the question has no such indicator")));
  }

  private Item item(Inquiry inquiry, Optional<Indicator> fed, String origin) {
    return new Item(free(inquiry, "e"), fields.get("text"), origin, time("when"),
        fed.map(Indicator::expectation).orElseGet(() -> expectation(inquiry)), fed.map(Indicator::id), fed.map(Indicator::halfLife));
  }

  QuestionStep.Struck struck() {
    return made(() -> new QuestionStep.Struck(fields.get("what"), fields.get("why")));
  }

  QuestionStep.Estimated estimated(Inquiry inquiry) {
    return made(() -> new QuestionStep.Estimated(new Estimate(member, room.now(), shares(inquiry), fields.get("why"))));
  }

  QuestionStep.Judged judged(Inquiry inquiry) {
    return made(() -> new QuestionStep.Judged(new Judgement(member, room.now(), shares(inquiry), fields.choice(Confidence.class, "confidence"),
        fields.get("assumptions").lines().map(String::strip).filter(line -> !line.isEmpty()).toList(), byLanguage("change"), fields.find("changed"), List.of())));
  }

  /// A wish for the judgement that the page showed, and for no other.
  QuestionStep.Wished wished(Inquiry inquiry) {
    if (!inquiry.judgement().map(one -> one.at().toString()).equals(fields.find("judged"))) {
      throw new RefusedException(409, "There is another judgement since this page was shown. Nothing was done: look at it first.");
    }
    return new QuestionStep.Wished(fields.get("hypothesis"));
  }

  QuestionStep.Ended ended() {
    return made(() -> new QuestionStep.Ended(switch (fields.get("came")) {
      case "annulled" -> new Outcome.Annulled(day("on"), fields.get("why"));
      case "taken-back" -> new Outcome.TakenBack(day("on"), fields.get("why"));
      case String came -> new Outcome.Came(came, day("on"), fields.get("why"));
    }));
  }

  private Expectation expectation(Inquiry inquiry) {
    List<Likelihood> words = new ArrayList<>();
    for (Hypothesis one : inquiry.known().question().hypotheses()) {
      words.add(fields.choice(Likelihood.class, "seen-" + one.id()));
    }
    return new Expectation(words);
  }

  /// One per cent for each hypothesis.
  private List<Double> shares(Inquiry inquiry) {
    List<Double> shares = new ArrayList<>();
    for (Hypothesis one : inquiry.known().question().hypotheses()) {
      shares.add(share(fields.get("p-" + one.id())));
    }
    return shares;
  }

  private Map<Language, String> byLanguage(String name) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      fields.find(name + "-" + language.code()).ifPresent(text -> texts.put(language, text));
    }
    return texts;
  }

  private static double share(String text) {
    return parsed(text, "a per cent") / PER_CENT;
  }

  private double number(String name) {
    return parsed(fields.get(name), name);
  }

  private static double parsed(String text, String what) {
    try {
      double number = Double.parseDouble(text.replace(',', '.'));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(what + " is not a number");
  }

  private Duration days(String name) {
    return Duration.ofMinutes(Math.round(number(name) * Duration.ofDays(1).toMinutes()));
  }

  private LocalDate day(String name) {
    return LocalDate.parse(fields.get(name));
  }

  private Instant time(String name) {
    return LocalDateTime.parse(fields.get(name)).atZone(room.config().zone()).toInstant();
  }

  private static <T> T made(Supplier<T> step) {
    try {
      return step.get();
    } catch (DateTimeParseException e) {
      throw new RefusedException(400, "A day or a time is not written as one." + NOTHING_DONE);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new RefusedException(400, IncidentView.capital(String.valueOf(e.getMessage())) + "." + NOTHING_DONE);
    }
  }
}
