package watchword.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchword.desk.Entry;

/// Who belongs to the desk, who is suspended, and what was said of it; and the question before any of it changes.
record MembersView(Room room) {

  static final String PATH = "/members";

  void list(Html html, Sitting sitting) {
    html.open("main", "class", "sheet members").element("h1", "Members");
    Optional<Belonging> belonging = sitting.session().belonging();
    if (belonging.isEmpty()) {
      html.element("p", "This desk has throw-away members: they are gone with it, and nobody revokes them.", "class", "empty").close();
      return;
    }
    html.element("p", "One editor's word closes a member's sessions at once and replaces the keys that are out. It is final after 24 hours, "
        + "or by the word of a second editor where both have been members for seven days; until then any member may take them back. "
        + "Each word stands in the journal for 30 days.");
    html.open("ol", "class", "cards");
    belonging.get().suspended().forEach(one -> suspended(html, one, belonging.get(), sitting));
    belonging.get().members().forEach(one -> member(html, one, belonging.get(), sitting));
    html.close();
    votes(html, belonging.get().votes());
    PanicActs.button(html, sitting);
    html.close();
  }

  private void member(Html html, Belonging.Person one, Belonging belonging, Sitting sitting) {
    html.open("li", "class", "card").open("h2").text(one.name() + " ");
    if (one.name().equals(sitting.member())) {
      html.element("span", "YOU", "class", "flag told");
    }
    html.close();
    html.element("p", "%s since %s; reads %s.".formatted(IncidentView.capital(one.role()), day(one.since()), lanes(one.lanes())), "class", "muted");
    belonging.refusal(one.name()).ifPresentOrElse(
        reason -> html.element("p", (one.name().equals(sitting.member()) ? "You cannot leave: " : "You cannot revoke them: ") + reason + ".", "class", "muted"),
        () -> question(html, one.name(), MemberActs.Wish.REVOKE, label(one.name(), sitting), sitting));
    html.close();
  }

  private static String label(String name, Sitting sitting) {
    return name.equals(sitting.member()) ? "Leave this desk…" : "Revoke " + name + "…";
  }

  private void suspended(Html html, Belonging.Suspended one, Belonging belonging, Sitting sitting) {
    Instant now = room.now();
    html.open("li", "class", "card").open("h2").text(one.name() + " ").element("span", "SUSPENDED", "class", "flag told danger").close();
    html.element("p", "By %s, %s. Final on %s, unless a member takes them back.".formatted(
        one.by(), room.time().near(one.since(), now), room.time().moment(one.end())));
    html.open("div", "class", "pair");
    question(html, one.name(), MemberActs.Wish.RESTORE, "Take " + one.name() + " back…", sitting);
    if (belonging.refusal(one.name()).isEmpty()) {
      question(html, one.name(), MemberActs.Wish.REVOKE, "Make it final…", sitting);
    }
    html.close().close();
  }

  private static void question(Html html, String name, MemberActs.Wish wish, String label, Sitting sitting) {
    html.form(PATH, sitting.token()).hidden("name", name).hidden("wish", wish.name());
    html.button(label, "", "class", wish == MemberActs.Wish.REVOKE ? "grave" : "quiet").close();
  }

  private void votes(Html html, List<Entry.Voted> votes) {
    html.element("h2", "What was said of it");
    if (votes.isEmpty()) {
      html.element("p", "Nobody was suspended or taken back in the last 30 days, as far as you were here.", "class", "empty");
      return;
    }
    html.open("ul");
    votes.reversed().forEach(vote -> html.element("li", "%s: %s.".formatted(room.time().near(vote.at(), room.now()), said(vote))));
    html.close();
  }

  private static String said(Entry.Voted vote) {
    return switch (vote.vote()) {
      case SUSPEND -> "%s suspended %s".formatted(vote.member(), vote.about());
      case END -> "%s agreed, and %s is no member any more".formatted(vote.member(), vote.about());
      case RESTORE -> "%s took %s back".formatted(vote.member(), vote.about());
      case STOP -> "%s stopped an invitation by %s".formatted(vote.member(), vote.about());
    };
  }

  /// Says what the act comes to, before it is done.
  void askToRevoke(Html html, String name, Sitting sitting) {
    Belonging belonging = sitting.session().belonging().orElseThrow();
    boolean last = belonging.suspended().stream().anyMatch(one -> one.name().equals(name));
    html.open("main", "class", "sheet").element("h1", last ? "Make it final?" : "Revoke " + name + "?");
    html.open("ul");
    if (last) {
      html.element("li", "%s is no member any more: what was still sealed to them is destroyed, and nobody can take them back.".formatted(name));
    } else {
      html.element("li", "%s is out at once: every session of theirs here ends, and they unlock nothing.".formatted(name));
      html.element("li", "The keys of today and those published ahead are replaced. Copy bundles/ to the hub and every mirror afterwards: "
          + "until then people go on sealing to keys that %s had.".formatted(name));
      html.element("li", "It is final after 24 hours, or by a second editor's word where both of you have been members for seven days. "
          + "Until then any member may take %s back.".formatted(name));
      unheld(html, belonging.unheldLanes(name));
      html.element("li", "What their device opened before may have been kept, the root too. If it may be in hostile hands unlocked, use the stop sheet.");
    }
    html.element("li", "The journal says that it was you.").close();
    html.form("/act/revoke", sitting.token()).hidden("name", name);
    if (!last) {
      html.open("label", "class", "choice line").empty("input", "type", "checkbox", "name", "lost", "value", "yes");
      html.element("span", "A device of theirs was lost unlocked: tell readers, signed and for good, of which days reports may be read").close();
    }
    html.button(last ? "End %s's part for good".formatted(name) : "Suspend " + name, "", "class", "grave").close();
    back(html);
    html.close();
  }

  private static void unheld(Html html, List<Integer> lanes) {
    if (!lanes.isEmpty()) {
      html.element("li", ("Nobody else who is unlocked now holds %s: those keys cannot be sealed anew yet, and what comes there stays closed until "
          + "somebody who holds them unlocks. Better let one unlock first, if there is time.").formatted(lanes(lanes)));
    }
  }

  void askToRestore(Html html, Belonging.Suspended one, Sitting sitting) {
    html.open("main", "class", "sheet").element("h1", "Take " + one.name() + " back?");
    html.open("ul");
    html.element("li", "%s is a member as before, and gets the keys of what came since %s.".formatted(one.name(), room.time().near(one.since(), room.now())));
    html.element("li", "%s suspended them. If you do not know why, ask first.".formatted(one.by()));
    html.element("li", "The journal says that it was you.").close();
    html.form("/act/restore", sitting.token()).hidden("name", one.name());
    html.button("Take " + one.name() + " back", "", "class", "primary").close();
    back(html);
    html.close();
  }

  private static void back(Html html) {
    html.open("p", "class", "back").element("a", "Back to the members; nothing is done", "href", PATH).close();
  }

  private static String lanes(List<Integer> lanes) {
    String list = lanes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return lanes.size() == 1 ? "lane " + list : "lanes " + list;
  }

  private static String day(LocalDate date) {
    return DeskTime.DATE.format(date);
  }
}
