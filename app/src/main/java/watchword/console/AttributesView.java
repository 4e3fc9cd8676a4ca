package watchword.console;

import java.time.Instant;
import java.util.List;
import watchword.core.corroboration.Attribute;
import watchword.core.corroboration.Attributes;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.report.Figure;

/// How many, which way, when exactly: the likeliest of what was told, and how likely it is.
record AttributesView(DeskTime time) {

  private static final long MINUTE_SECONDS = 60;

  void show(Html html, Incident incident, Instant now) {
    // What one report alone tells stands with its words.
    List<Attribute> attributes = Attributes.of(incident).stream().filter(attribute -> attribute.voices() > 1).toList();
    if (attributes.isEmpty()) {
      return;
    }
    html.open("ul", "class", "attributes");
    for (Attribute attribute : attributes) {
      html.open("li").text(name(incident.kind(), attribute) + ": ").element("b", value(incident, attribute, now));
      html.text(", " + Say.percent(attribute.estimate().probability()) + " ("
          + Say.range(attribute.estimate().interval()) + "), ");
      html.element("span", QueueView.count(attribute.voices(), "independent voice"), "class", "muted").close();
    }
    html.close();
  }

  private static String name(Kind kind, Attribute attribute) {
    if (attribute.name().equals(Attribute.WHEN)) {
      return "When exactly";
    }
    return kind.fields().stream().filter(field -> field.name().equals(attribute.name())).findFirst()
        .map(field -> field.names().getOrDefault(Language.EN, field.name())).orElse(attribute.name());
  }

  private String value(Incident incident, Attribute attribute, Instant now) {
    return switch (attribute.name()) {
      case Attribute.WHEN -> when(incident, Instant.ofEpochSecond(MINUTE_SECONDS * attribute.value()), now);
      case Figure.DIRECTION -> Say.heading((double) attribute.value());
      default -> "about " + attribute.value();
    };
  }

  /// The minute is a report's; of reports that nobody asked to read the hour is told.
  private String when(Incident incident, Instant at, Instant now) {
    return Lined.applies(incident) ? "in the hour from " + time.near(Lined.hour(at), now) : "about " + time.near(at, now);
  }
}
