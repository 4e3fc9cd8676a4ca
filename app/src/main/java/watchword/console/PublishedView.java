package watchword.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.desk.Case;

/// What the public has been told, newest first, each with its way back.
record PublishedView(Room room) {

  void show(Html html, Sitting sitting) {
    Instant now = room.now();
    List<Notice> threads = Acts.threads(room.desk(), now);
    Map<BulletinId, Case> incidents = new HashMap<>();
    room.desk().sight(sitting.member()).told(now).forEach(one -> one.published().ifPresent(notice -> incidents.put(notice.thread(), one)));
    html.open("main", "class", "sheet").element("h1", "Published");
    if (threads.isEmpty()) {
      html.element("p", "Nothing has been published. Open an incident under Ready, choose Publish as…, and read what the public would be told before you send it.", "class", "empty");
    }
    html.open("ol", "class", "cards");
    for (Notice notice : threads) {
      card(html, notice, Optional.ofNullable(incidents.get(notice.thread())), sitting, now);
    }
    html.close().close();
  }

  private void card(Html html, Notice notice, Optional<Case> incident, Sitting sitting, Instant now) {
    html.open("li", "class", "card").open("h2").text(room.say().title(notice) + " ").element("span", Say.status(notice.status()), "class", "flag told").close();
    html.element("p", IncidentView.capital(room.say().told(notice, now)));
    if (!notice.note().isEmpty()) {
      html.open("p").text("Note: ").words(notice.note()).close();
    }
    html.element("p", "Version %d, published %s, %s %s.".formatted(
        notice.version(), room.time().near(notice.published(), now), notice.expires().isAfter(now) ? "stands until" : "expired", room.time().near(notice.expires(), now)), "class", "muted");
    incident.flatMap(TakeBack::of).ifPresent(back -> back.show(html));
    incident.ifPresent(one -> html.element("a", "Open its incident", "href", Link.incident(one.incident().id(), Tab.DONE)));
    if (notice.status() != Status.RETRACTED) {
      html.form("/act/withdraw", sitting.token()).hidden("thread", notice.thread().value());
      html.button("Withdraw it now", "", "class", "grave").close();
    }
    html.close();
  }
}
