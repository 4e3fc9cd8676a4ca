package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchword.core.decision.Policy;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.Desk;
import watchword.desk.Photo;
import watchword.picture.Print;
import watchword.seal.FormatException;

class PhotoPageTest {

  private static final ReportId ID = new ReportId("with-photo");

  private final Evening evening = new Evening(0);
  private final Browser anna = Browser.unlocked(evening);

  @AfterEach
  void close() {
    evening.close();
  }

  @Test
  void a_photo_is_shown_drawn_anew_inside_the_page_and_noted_as_words_are() throws Exception {
    byte[] picture = picture("png");
    Incident incident = received(photo(picture), photo(picture("jpeg")));
    String page = anna.get(Link.incident(incident.id(), Tab.VERIFY)).body();
    assertThat(page).contains("Show photo 1 of report", "Show photo 2 of report").doesNotContain("data:image/");
    assertThat(evening.shown()).isZero();

    String shown = anna.post(PhotoPage.PATH, "report", ID.value(), "number", "0").body();

    assertThat(evening.shown()).isEqualTo(1);
    Matcher image = Pattern.compile("<img [^>]*src=\"data:image/jpeg;base64,([A-Za-z0-9+/=]+)\"").matcher(shown);
    assertThat(image.find()).isTrue();
    byte[] jpeg = Base64.getDecoder().decode(image.group(1));
    assertThat(new byte[] {jpeg[0], jpeg[1]}).containsExactly(0xff, 0xd8);
    assertThat(shown).doesNotContain(Base64.getEncoder().encodeToString(picture).substring(0, 40));
  }

  @Test
  void a_hostile_picture_is_named_and_none_of_its_bytes_is_sent() throws Exception {
    received(photo("\u00ff\u00d8\u00ff<script>kestrel</script>".getBytes(StandardCharsets.ISO_8859_1)), photo("RIFF1234WEBPVP8 kestrel".getBytes(StandardCharsets.US_ASCII)));
    assertThat(anna.post(PhotoPage.PATH, "report", ID.value(), "number", "0").body()).contains(PhotoPage.sentence(Print.Why.UNREADABLE)).doesNotContain("<img", "kestrel");
    assertThat(anna.post(PhotoPage.PATH, "report", ID.value(), "number", "1").body()).contains(PhotoPage.sentence(Print.Why.UNREADABLE)).doesNotContain("<img", "kestrel");
  }

  @Test
  void a_photo_that_has_not_come_is_named_and_asking_for_it_shows_and_notes_nothing() throws Exception {
    Photo late = photo(picture("png"));
    Incident incident = receivedWith(late);
    assertThat(anna.get(Link.incident(incident.id(), Tab.VERIFY)).body()).contains("Photo 1 has not come yet.");
    assertThat(anna.post(PhotoPage.PATH, "report", ID.value(), "number", "0").body()).contains("it has not come").doesNotContain("<img");
    assertThat(anna.post(PhotoPage.PATH, "report", ID.value(), "number", "x").statusCode()).isEqualTo(400);
    assertThat(anna.post(PhotoPage.PATH, "report", "no-such", "number", "0").statusCode()).isEqualTo(404);
    assertThat(evening.shown()).isZero();
    evening.desk.receive(late, 0, evening.now());
    assertThat(anna.get(Link.incident(incident.id(), Tab.VERIFY)).body()).contains("Show photo 1 of report").doesNotContain("not come yet");
  }

  @Test
  void a_photo_that_a_rule_stands_against_is_refused_in_the_words_of_reading_and_nothing_of_it_is_sent() throws Exception {
    received(photo(picture("png")));
    evening.desk.queue(evening.now()).stream().flatMap(each -> each.incident().reports().stream()).filter(id -> !id.equals(ID)).limit(Policy.SHOWN_A_DAY)
        .forEach(id -> evening.desk.words(Evening.MEMBER, id, evening.now()));
    String page = anna.post(PhotoPage.PATH, "report", ID.value(), "number", "0").body();
    assertThat(page).contains("Not shown: of 60 reports a day 0 are left to you").doesNotContain("data:image/");
    assertThat(evening.shown()).isEqualTo(Policy.SHOWN_A_DAY);
  }

  private Incident received(Photo... photos) {
    Incident incident = receivedWith(photos);
    for (Photo photo : photos) {
      evening.desk.receive(photo, 0, evening.now());
    }
    return incident;
  }

  private Incident receivedWith(Photo... photos) {
    Report report = new Report(
        ID, Channel.SEALED, new SourceKey("sealed-with-photo"), evening.world.kinds().get("flood"), Stance.SIGHTING,
        Optional.of(evening.world.gazetteer().towns().getFirst().place()), new Span(evening.now().minusSeconds(600), evening.now()), "water in the street", List.of(),
        List.of(photos).stream().map(Photo::name).toList());
    evening.desk.receive(report, "", Desk.DESK, evening.now());
    return evening.desk.holding(ID, evening.now()).orElseThrow().incident();
  }

  private int made;

  private Photo photo(byte[] picture) throws FormatException {
    byte[] random = new byte[Photo.RANDOM];
    random[0] = (byte) ++made;
    return Photo.read(Photo.content(random, picture));
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }
}
