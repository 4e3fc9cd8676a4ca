package watchword.core.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often what one speaker said pointed to what came, over questions that ended with an answer.
///
/// It is shown and weighs nothing. What a hedge weighs is in the specification, the same for every speaker (spec/assessment.md), and a few questions tell too little
/// to change that: whoever was right three times of four is right in between 30 and 95 of a hundred (Wilson, 95 %).
///
/// @param origin the speaker, as evidence names them
/// @param towards questions in which they pointed to what came
/// @param away questions in which they pointed elsewhere
public record SpeakerRecord(String origin, int towards, int away) {

  /// A question and what was said for it.
  public record Heard(Question question, List<Evidence> evidence) {
    public Heard {
      evidence = List.copyOf(evidence);
    }
  }

  public SpeakerRecord {
    Checks.said(origin, "the origin of a record");
    if (towards < 0 || away < 0 || towards + away == 0) {
      throw new IllegalArgumentException("a record of nothing");
    }
  }

  public int questions() {
    return towards + away;
  }

  private SpeakerRecord plus(SpeakerRecord other) {
    return new SpeakerRecord(origin, towards + other.towards, away + other.away);
  }

  /// Returns one for each speaker of whom a statement pointed anywhere, those with most questions first.
  ///
  /// Of one question a speaker's strongest statement counts, as in its assessment: who repeats a word, or is quoted by many, was not right more often.
  /// A statement points to what came where it was likeliest then, and likelier than on average; one that is as likely under every hypothesis, or moves nothing, points nowhere.
  public static List<SpeakerRecord> of(Collection<Heard> all) {
    Map<String, SpeakerRecord> records = new TreeMap<>();
    for (Heard heard : all) {
      heard.question().came().ifPresent(came -> strongest(heard.evidence()).forEach((origin, said) -> {
        boolean towards = pointsTo(said, came);
        records.merge(origin, new SpeakerRecord(said.item().origin(), towards ? 1 : 0, towards ? 0 : 1), SpeakerRecord::plus);
      }));
    }
    return records.values().stream().sorted(Comparator.comparingInt(SpeakerRecord::questions).reversed()).toList();
  }

  /// Whether it is the record of whom this name means.
  public boolean isOf(String name) {
    return OriginName.canonical(origin).equals(OriginName.canonical(name));
  }

  private static Map<String, Evidence.OfStatement> strongest(List<Evidence> evidence) {
    Map<String, Evidence.OfStatement> strongest = new LinkedHashMap<>();
    for (Evidence one : evidence) {
      if (one instanceof Evidence.OfStatement said && strength(said) > 0) {
        strongest.merge(OriginName.canonical(said.item().origin()), said, (before, next) -> strength(next) > strength(before) ? next : before);
      }
    }
    return strongest;
  }

  private static double strength(Evidence.OfStatement said) {
    return Mixing.strength(Mixing.weights(said.likelihoods(), said.reliability()));
  }

  private static boolean pointsTo(Evidence said, int came) {
    List<Double> likelihoods = said.likelihoods();
    double mean = likelihoods.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double largest = likelihoods.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double there = likelihoods.get(came);
    return there > mean && there >= largest;
  }
}
