package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.kind.Kind;
import watchword.core.merging.LinkageMerger;

/// Lists that each name things in their own words become comparable by a taxonomy.
class TaxonomyTest {

  private static final String HEADER = "dataset,event,date,enddate,latitude,longitude,act_tax,actor_tax\n";

  private static final String ACTS = """
      data.source,base.categories,act_fine,act_middle,act_coarse
      north,shelled,artillery,strike,violence
      north,bombed,air raid,strike,violence
      north,held,arrest,custody,force
      south,ART,artillery,strike,violence
      south,AIR,air raid,strike,violence
      south,DET,arrest,custody,force
      south,RIOT,riot,crowd,violence
      """;

  private static final String ACTORS = """
      data.source,base.categories,actor_level1
      north,blue guard,blue
      south,B,blue
      south,G,green
      """;

  @TempDir Path folder;

  @BeforeEach
  void lists() throws IOException {
    file("north.csv", HEADER + """
        north,1,2026-01-02,2026-01-02,54.10,-33.20,shelled,blue guard
        north,2,2026-01-02,2026-01-02,55.90,-30.20,held,blue guard
        north,3,2026-01-02,2026-01-02,57.90,-36.20,unheard of,blue guard
        """);
    file("south.csv", HEADER + """
        south,1,2026-01-02,2026-01-02,54.10,-33.21,ART,B
        south,2,2026-01-02,2026-01-02,55.90,-30.21,AIR,B
        south,3,2026-01-02,2026-01-02,57.90,-36.21,RIOT,
        """);
    file("taxonomy_act_tax.csv", ACTS);
    file("codes.csv", ACTORS);
  }

  @Test
  void rows_agree_by_the_finest_level_they_share() throws IOException {
    List<Kind> kinds = kinds(read("taxonomy_act_tax.csv"));
    Kind shelled = kinds.get(0);
    Kind held = kinds.get(1);
    Kind riot = kinds.get(5);

    assertThat(shelled).isEqualTo(kinds.get(3));
    assertThat(shelled.id()).isEqualTo("event, act_tax artillery / strike / violence");
    assertThat(shelled.likeness(kinds.get(4))).as("strike").isCloseTo(2 / 3.0, within(1e-12));
    assertThat(shelled.likeness(riot)).as("violence").isCloseTo(1 / 3.0, within(1e-12));
    assertThat(shelled.likeness(held)).isZero();
    assertThat(held.likeness(riot)).isZero();
  }

  @Test
  void several_taxonomies_multiply_and_one_that_only_one_row_knows_says_nothing() throws IOException {
    file("south.csv", HEADER + """
        south,1,2026-01-02,2026-01-02,54.10,-33.21,AIR,B
        south,2,2026-01-02,2026-01-02,54.10,-33.21,AIR,G
        south,3,2026-01-02,2026-01-02,54.10,-33.21,AIR,
        """);
    List<Kind> kinds = kinds(read("taxonomy_act_tax.csv", "actor_tax=codes.csv"));

    assertThat(kinds.get(0).likeness(kinds.get(3))).as("strike by blue").isCloseTo(2 / 3.0, within(1e-12));
    assertThat(kinds.get(0).likeness(kinds.get(4))).as("strike by another").isZero();
    assertThat(kinds.get(0).likeness(kinds.get(5))).as("strike by nobody knows whom").isCloseTo(2 / 3.0, within(1e-12));
    assertThat(kinds.get(3).likeness(kinds.get(5))).isEqualTo(1);
  }

  @Test
  void a_category_in_no_taxonomy_is_told_counted_and_kept() throws IOException {
    Archive archive = read("taxonomy_act_tax.csv");

    assertThat(Listed.reports(archive)).hasSize(6);
    assertThat(archive.notes()).containsExactly("north.csv: 1 row has a act_tax that is not in taxonomy_act_tax.csv; kept, the first is row 3");
    assertThat(kinds(archive).get(2).id()).isEqualTo("event");
    assertThat(kinds(archive).get(2).likeness(kinds(archive).get(5))).as("as without a taxonomy").isEqualTo(1);
    assertThat(Listed.reports(archive).get(2).report().text()).isEqualTo("unheard of\nblue guard");
  }

  @Test
  void what_shares_no_level_parts_what_place_and_day_would_join() throws IOException {
    assertThat(together(read())).containsExactly("north.csv:1 south.csv:1", "north.csv:2 south.csv:2", "north.csv:3 south.csv:3");
    assertThat(together(read("taxonomy_act_tax.csv"))).containsExactly("north.csv:1 south.csv:1", "north.csv:3 south.csv:3");
  }

  @Test
  void a_column_of_kinds_may_itself_be_under_a_taxonomy() throws IOException {
    file("north.csv", "dataset,event,date,latitude,longitude,kind\nnorth,1,2026-01-02,54.1,-33.2,shelled\n");
    file("south.csv", "time,lat,lon,kind,source\n2026-01-02,54.1,-33.2,AIR,south\n2026-01-02,54.1,-33.2,AIR,elsewhere\n");
    List<Kind> kinds = kinds(archive(List.of("kind=taxonomy_act_tax.csv"), "north.csv", "south.csv"));

    assertThat(kinds).extracting(Kind::id).containsExactly(
        "event, kind artillery / strike / violence", "AIR, kind air raid / strike / violence", "AIR");
    assertThat(kinds.get(0).likeness(kinds.get(1))).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(kinds.get(0).likeness(kinds.get(2))).isZero();
  }

  @Test
  void a_list_without_a_column_of_sources_is_known_by_its_files_name() throws IOException {
    file("north.csv", "time,lat,lon,act_tax\n2026-01-02,54.1,-33.2,shelled\n");

    assertThat(kinds(archive(List.of("taxonomy_act_tax.csv"), "north.csv")).getFirst().id())
        .isEqualTo("event, act_tax artillery / strike / violence");
  }

  @Test
  void a_file_that_is_no_taxonomy_or_for_no_column_is_one_sentence() throws IOException {
    file("odd_act_tax.csv", "source,category,level\nnorth,shelled,strike\n");
    file("bare_act_tax.csv", "data.source,base.categories\nnorth,shelled\n");
    file("gap_act_tax.csv", ACTS + "south,LOOT,looting,,force\n");
    file("twice_act_tax.csv", ACTS + "south,ART,cannon,strike,violence\n");

    assertSentence("odd_act_tax.csv is no taxonomy: its columns are data.source, base.categories and then levels from fine to coarse", "odd_act_tax.csv");
    assertSentence("bare_act_tax.csv is no taxonomy: its columns are data.source, base.categories and then levels from fine to coarse", "bare_act_tax.csv");
    assertSentence("gap_act_tax.csv row 8: act_middle is empty", "gap_act_tax.csv");
    assertSentence("twice_act_tax.csv row 8: its category has other levels in a row before", "twice_act_tax.csv");
    assertSentence("no column is the one that codes.csv is for; name it: --taxonomy COLUMN=codes.csv", "codes.csv");
    assertSentence("none.csv does not exist", "act_tax=none.csv");
  }

  @Test
  void more_kinds_than_can_be_compared_are_refused() throws IOException {
    StringBuilder taxonomy = new StringBuilder("data.source,base.categories,fine\n");
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i <= 2_000; i++) {
      taxonomy.append("north,c").append(i).append(",f").append(i).append('\n');
      rows.append("north,").append(i).append(",2026-01-02,2026-01-02,54.1,-33.2,c").append(i).append(",\n");
    }
    file("many_act_tax.csv", taxonomy.toString());
    file("north.csv", rows.toString());

    assertSentence("the taxonomies make more than 2000 kinds of these rows; hand over fewer of them", "many_act_tax.csv");
  }

  private void assertSentence(String sentence, String taxonomy) {
    assertThatThrownBy(() -> read(taxonomy)).isInstanceOf(ArchiveException.class).hasMessage(sentence);
  }

  private static List<Kind> kinds(Archive archive) {
    return Listed.reports(archive).stream().map(one -> one.report().kind()).toList();
  }

  /// The incidents of more than one report, sorted.
  private static List<String> together(Archive archive) {
    List<String> together = new ArrayList<>();
    for (ArchivedIncident incident : Listed.incidents(archive, new LinkageMerger())) {
      if (incident.origins().size() > 1) {
        together.add(String.join(" ", incident.incident().reports().stream().map(id -> id.value()).sorted().toList()));
      }
    }
    return together.stream().sorted().toList();
  }

  private Archive read(String... taxonomies) throws IOException {
    return archive(List.of(taxonomies), "north.csv", "south.csv");
  }

  private Archive archive(List<String> taxonomies, String... lists) throws IOException {
    List<Taxonomy.Asked> asked = taxonomies.stream().map(Taxonomy.Asked::parse)
        .map(one -> new Taxonomy.Asked(one.column(), folder.resolve(one.file()))).toList();
    return Archive.read(
        Stream.of(lists).map(folder::resolve).toList(),
        new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC, Optional.empty(), Instant.MAX, folder, asked), bytes -> {});
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
