package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import watchword.archive.KindsFile;
import watchword.desk.DeskFolder;
import watchword.desk.Founding;
import watchword.desk.Office;
import watchword.member.Admission;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.member.Role;
import watchword.seal.Compromise;
import watchword.seal.Epoch;
import watchword.seal.RootPublic;

/// `invite --revoke … --lost` and `panic --notice`: readers are told which days may be read.
class NoticeCommandsTest {

  private static final Pseudonym HERON = new Pseudonym("heron");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void a_desk() throws Exception {
    Files.writeString(folder.resolve("words"), "seven quiet herons\n");
    Office.Tools tools = new Office.Tools(InstantSource.system(), new SecureRandom(), 10, KindsFile.builtIn());
    try (Office office = Founding.found(desk(), "Lorne Watch", 2, HERON, "seven quiet herons".toCharArray(), tools).office()) {
      MemberKey wren = MemberKey.generate(new Pseudonym("wren"), new SecureRandom());
      Invitation invitation = office.invite(HERON, JoinRequest.of(wren), new Invitation.Newcomer(Role.EDITOR, Set.of(1)));
      assertThat(office.admit(invitation, JoinRequest.of(wren))).isInstanceOf(Admission.Admitted.class);
    }
  }

  @Test
  void who_came_today_and_is_lost_exposes_nothing_yet_and_a_revocation_without_lost_gives_no_notice() throws Exception {
    assertThat(run("invite", "--revoke", "wren", "--lost")).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("watchword: there is nothing to give notice of: no key of a day that is not destroyed was theirs\n");
    assertThat(run("invite", "--revoke", "wren")).isZero();
    assertThat(new DeskFolder(desk()).compromise()).doesNotExist();
  }

  @Test
  void a_panic_with_notice_publishes_the_days_of_the_desk_and_then_destroys_and_without_a_member_destroys_nothing() throws Exception {
    RootPublic root = RootPublic.parse(Files.readAllBytes(desk().resolve("root.pub")));
    assertThat(CommandLineOf.run(out, err, List.of("panic", "--folder", desk().toString(), "--word", "destroy", "--notice"))).isEqualTo(2);
    assertThat(desk().resolve("journal.db")).exists();

    assertThat(run("panic", "--word", "destroy", "--notice")).isZero();

    Path board = desk().resolve("board/current");
    assertThat(Compromise.read(Files.readAllBytes(board.resolve("compromise.txt")), root).days()).containsOnlyKeys(Epoch.of(InstantSource.system().instant()));
    assertThat(Files.readString(board.resolve("index.html"))).contains("keys of this desk may be in other hands", "compromise.txt");
    assertThat(desk().resolve("journal.db")).doesNotExist();
    assertThat(desk().resolve("gate.key")).doesNotExist();
  }

  @Test
  void a_revocation_that_is_refused_leaves_no_notice() throws Exception {
    assertThat(run("invite", "--revoke", "heron", "--lost")).isEqualTo(2);
    assertThat(err.toString()).contains("another member must be unlocked");
    assertThat(new DeskFolder(desk()).compromise()).doesNotExist();
  }

  @Test
  void a_panic_whose_notice_fails_in_any_way_says_that_nothing_was_destroyed() throws Exception {
    Files.writeString(new DeskFolder(desk()).compromise(), "no notice\n");
    assertThat(run("panic", "--word", "destroy", "--notice")).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("watchword: the notice could not be published; nothing was destroyed; without --notice the keys go at once\n");

    Files.writeString(folder.resolve("words"), "another passphrase\n");
    assertThat(run("panic", "--word", "destroy", "--notice")).isEqualTo(1);
    assertThat(err.toString()).contains("the passphrase is another", "nothing was destroyed; without --notice the keys go at once");
    assertThat(desk().resolve("journal.db")).exists();
  }

  /// As on a machine whose clock was set back since.
  private Instant deskIsAhead(Duration by) throws Exception {
    Instant ahead = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(by);
    Files.writeString(desk().resolve("clock.txt"), "watchword.clock/1\nmark %s\nsure %s\nhere %s\noff no\nboot %s\nup 0\n"
        .formatted(ahead, ahead, ahead, "481ad007-28a3-4ac8-ab14-bf66fbbe3588"));
    return ahead;
  }

  @Test
  void a_panics_notice_is_published_at_the_desks_own_time() throws Exception {
    Instant ahead = deskIsAhead(Duration.ofDays(2));
    assertThat(run("panic", "--word", "destroy", "--notice")).isZero();
    assertThat(Files.readString(desk().resolve("board/current/manifest.json.minisig"))).contains("published " + Epoch.of(ahead).date());
  }

  @Test
  void whether_another_editor_can_countersign_is_said_by_the_desks_own_time() throws Exception {
    Path request = folder.resolve("rook.request");
    try (MemberKey rook = MemberKey.generate(new Pseudonym("rook"), new SecureRandom())) {
      Files.write(request, JoinRequest.of(rook).write());
    }
    deskIsAhead(Duration.ofDays(8)); // when wren, who came today, has been an editor for seven days
    assertThat(run("invite", "--request", request.toString(), "--out", folder.resolve("rook.invitation").toString())).isZero();
    assertThat(out.toString()).contains("Another editor, one for seven days, countersigns it");
  }

  private Path desk() {
    return folder.resolve("desk");
  }

  private int run(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "--folder", desk().toString(), "--member", "heron", "--passphrase-file", folder.resolve("words").toString()));
    arguments.addAll(List.of(more));
    return CommandLineOf.run(out, err, arguments);
  }

  /// The command line, whose complaints are kept.
  private static final class CommandLineOf {
    static int run(StringWriter out, StringWriter err, List<String> arguments) {
      out.getBuffer().setLength(0);
      err.getBuffer().setLength(0);
      CommandLine line = Main.line();
      line.setOut(new PrintWriter(out, true));
      line.setErr(new PrintWriter(err, true));
      return line.execute(arguments.toArray(String[]::new));
    }
  }
}
