package watchword.core.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that is likelier under one hypothesis than under another, and how far it is relied on.
public sealed interface Evidence {

  Item item();

  /// How far it is relied on while it is new, 0 to 1.
  double reliability();

  /// P(what is told | hypothesis), in the order of the hypotheses.
  default List<Double> likelihoods() {
    return item().expectation().seen();
  }

  /// How far it is relied on at this time, 0 to 1.
  default double reliability(Instant asOf) {
    return reliability() * item().left(asOf);
  }

  /// An incident of the desk, relied on as far as its reports support it.
  record OfIncident(Item item, double probability) implements Evidence {

    private static final String OF = ":";

    public OfIncident {
      Checks.share(probability, "the probability of an incident");
    }

    /// The id of what feeds something, or was added under a number of its own, and is an incident.
    public static String id(String own, String incident) {
      return own + OF + incident;
    }

    /// The incident that the id names; empty where it names none, as files may.
    public Optional<String> incident() {
      int after = item.id().indexOf(OF) + OF.length();
      return after < OF.length() || after == item.id().length() ? Optional.empty() : Optional.of(item.id().substring(after));
    }

    /// Whether a sign sees it by itself.
    public boolean watched() {
      return item.indicator().flatMap(sign -> incident().map(named -> id(sign, named))).equals(Optional.of(item.id()));
    }

    @Override
    public double reliability() {
      return probability;
    }
  }

  /// What somebody said.
  ///
  /// @param interested whether the speaker gains by being believed
  /// @param denied whether they say that it is not so
  record OfStatement(Item item, Hedge hedge, boolean interested, boolean denied) implements Evidence {
    @Override
    public double reliability() {
      return hedge.weight(interested);
    }

    @Override
    public List<Double> likelihoods() {
      return denied ? item.expectation().unseen() : item.expectation().seen();
    }
  }

  /// That something was said at all, as of a justification: whoever was there heard it, whatever it is worth.
  record OfSpeaking(Item item) implements Evidence {
    @Override
    public double reliability() {
      return 1;
    }
  }

  /// A document: an order, an invoice, a picture.
  record OfDocument(Item item, double reliability) implements Evidence {
    public OfDocument {
      Checks.share(reliability, "the reliability of a document");
    }
  }

  /// Somebody looked for it and did not see it.
  record OfAbsence(Item item) implements Evidence {
    @Override
    public double reliability() {
      return 1;
    }

    @Override
    public List<Double> likelihoods() {
      return item.expectation().unseen();
    }
  }
}
