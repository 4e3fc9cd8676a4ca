package watchword.core.assessment;

import java.time.Instant;
import watchword.core.place.Place;

/// An incident as indicators see it.
///
/// @param kind the id of its kind
/// @param probability how far its reports support it
/// @param origin what it goes back to; an incident of its own reports is an origin of its own
public record Watched(String id, String kind, Place place, Instant when, double probability, String origin) {
  public Watched {
    Checks.said(id, "the id of an incident");
    Checks.said(kind, "the kind of an incident");
    Checks.said(origin, "the origin of an incident");
    Checks.share(probability, "the probability of an incident");
  }
}
