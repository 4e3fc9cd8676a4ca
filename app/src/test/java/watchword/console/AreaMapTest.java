package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import watchword.core.incident.Incident;
import watchword.core.place.Gazetteer;
import watchword.core.place.Outline;
import watchword.core.place.Place;

class AreaMapTest {

  @Test
  void borders_are_drawn_where_they_cross_the_picture_alone() {
    try (Evening evening = new Evening(0)) {
      Incident incident = evening.desk.queue(evening.now()).stream().map(one -> one.incident()).filter(one -> one.place().isPresent()).findFirst().orElseThrow();
      Place place = incident.place().orElseThrow();
      Outline outline = new Outline(List.of(line(place, -0.5, 0.5), line(place, 20, 21)));

      assertThat(drawn(outline, incident)).containsOnlyOnce("class=\"border\"");
      assertThat(drawn(new Outline(List.of(line(place, 20, 21))), incident)).doesNotContain("border");
    }
  }

  private static String drawn(Outline outline, Incident incident) {
    Html html = new Html();
    new AreaMap(Gazetteer.EMPTY, outline).draw(html, incident);
    return html.toString();
  }

  /// From east to west through the place's latitude, so many degrees from it.
  private static Outline.Line line(Place place, double from, double to) {
    return new Outline.Line(List.of(
        new Outline.Point(place.latitude(), place.longitude() + from), new Outline.Point(place.latitude(), place.longitude() + to)));
  }
}
