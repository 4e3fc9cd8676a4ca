package watchword.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.place.Town;
import watchword.core.report.Stance;

/// The form for a report that came by phone, in person, by radio, or stood somewhere public.
record EnterView(Room room) {

  /// A longer list is slow to open; a smaller town is found by its name.
  private static final int LISTED_TOWNS = 1_000;

  /// @param given what was typed before, kept where a fault has to be mended
  void show(Html html, Sitting sitting, Fields given, List<String> faults) {
    html.open("main", "class", "sheet").element("h1", "Enter a report");
    html.element("p", "For what came by phone, in person or by radio, or was public. It is merged and weighed like any other; the journal notes that you entered it.");
    if (!faults.isEmpty()) {
      html.open("div", "class", "flash kept", "role", "alert").element("p", "Not entered yet; everything you typed is kept.").open("ul");
      faults.forEach(fault -> html.element("li", fault));
      html.close().close();
    }
    html.form("/enter", sitting.token(), "class", "enter");
    what(html, given);
    where(html, given);
    when(html, given);
    words(html, given);
    html.button("Enter the report", "", "class", "primary").close().close();
  }

  private void what(Html html, Fields given) {
    html.open("fieldset").element("legend", "What");
    html.open("label").text("What happened").open("select", "name", "kind", "required", "");
    html.option("", "Choose", given.find("kind").isEmpty());
    for (Kind kind : room.config().kinds().list()) {
      html.option(kind.id(), kind.name(Language.EN), given.find("kind").filter(kind.id()::equals).isPresent());
    }
    html.close().close();
    html.open("label").text("How the sender knows").open("select", "name", "stance", "required", "");
    for (Stance stance : Stance.values()) {
      html.option(stance.name(), IncidentView.capital(Say.stance(stance)), given.find("stance").filter(stance.name()::equals).isPresent());
    }
    html.close().close();
    html.open("label").text("How it came").open("select", "name", "way", "required", "");
    for (HandReport.Way way : HandReport.Way.values()) {
      html.option(way.name(), way.label(), given.find("way").filter(way.name()::equals).isPresent());
    }
    html.close().close();
    input(html, "Source, where it has a name", "source", "text", given.find("source"), "");
    html.element("p", "Leave the name of a caller out: the desk must not hold what it need not know.", "class", "muted").close();
  }

  private void where(Html html, Fields given) {
    html.open("fieldset").element("legend", "Where");
    html.open("label").text("Town").open("select", "name", "town");
    html.option("", "No town, or coordinates below", given.find("town").isEmpty());
    List<Town> own = room.config().gazetteer().towns().stream().filter(Town::own).toList();
    List<Town> towns = room.config().gazetteer().towns().stream().filter(town -> !town.own())
        .sorted(Comparator.comparingLong((Town town) -> -town.population()).thenComparing(Town::id)).limit(LISTED_TOWNS).toList();
    group(html, "The desk's own places", own, given);
    group(html, "Towns", towns, given);
    html.close().close();
    input(html, "Or a place by its name", "placeName", "text", given.find("placeName"), "");
    html.open("div", "class", "row");
    input(html, "Latitude", "latitude", "text", given.find("latitude"), "");
    input(html, "Longitude", "longitude", "text", given.find("longitude"), "");
    input(html, "± km", "uncertainty", "text", given.find("uncertainty"), "1");
    html.close();
    if (!towns.isEmpty()) {
      html.element("p", "Place data: " + room.config().gazetteer().version(), "class", "muted");
    }
    html.close();
  }

  private static void group(Html html, String label, List<Town> places, Fields given) {
    if (places.isEmpty()) {
      return;
    }
    html.open("optgroup", "label", label);
    places.stream().sorted(Comparator.comparing(Town::name).thenComparing(Town::id)).forEach(town -> {
      String more = town.own() ? town.kind() : town.district();
      html.option(town.id(), more.isEmpty() ? town.name() : town.name() + " (" + more + ")", given.find("town").filter(town.id()::equals).isPresent());
    });
    html.close();
  }

  private void when(Html html, Fields given) {
    html.open("fieldset").element("legend", "When it was seen, in the desk's time").open("div", "class", "row");
    input(html, "From", "from", "datetime-local", given.find("from"), room.time().field(room.now().minusSeconds(600)));
    input(html, "To", "to", "datetime-local", given.find("to"), room.time().field(room.now()));
    html.close().close();
  }

  private static void words(Html html, Fields given) {
    html.open("fieldset").element("legend", "Words");
    html.open("label").text("What was said, as it was said").open("textarea", "name", "words", "rows", "6", "maxlength", "6000", "dir", "auto");
    html.text(given.find("words").orElse("")).close().close();
    html.close();
  }

  private static void input(Html html, String label, String name, String type, Optional<String> given, String usual) {
    html.open("label").text(label).empty("input", "type", type, "name", name, "value", given.orElse(usual), "autocomplete", "off").close();
  }
}
