package watchword.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Lets people speak of events: those who saw, those who pass on, those who plant.
final class Crowd {

  private static final double FIRST_TIME = 0.3;
  private static final double REPORTERS_MORE = 3;
  private static final double REPORTERS_OF_PLANTED = 1.5;

  /// How often anybody takes a confusing event for something.
  private static final double CONFUSED = 0.75;

  private static final double SUPPORT_MINUTES = 20;
  private static final double DENIAL_MINUTES = 120;

  private static final double COPIES = 1;
  private static final double VERBATIM = 0.85;
  private static final double COPY_MINUTES = 25;
  private static final int COPYCATS = 300;

  private static final int LEAST_ATTACK = 3;
  private static final int MOST_ATTACK = 24;
  private static final double TEMPLATE_MINUTES = 15;
  private static final double ATTACK_MINUTES = 60;

  private static final int PATIENT = 400;
  private static final int ECHOES = 3;
  private static final double ECHOED = 0.5;
  private static final double ECHO_AFTER_MINUTES = 60;
  private static final double ECHO_MINUTES = 60;

  private final List<Speaker> speakers;
  private final int activity;
  private final Chance chance;
  private final Phrases phrases;

  Crowd(List<Speaker> speakers, Chance chance) {
    this.speakers = speakers;
    this.activity = speakers.stream().mapToInt(Speaker::activity).sum();
    this.chance = chance;
    this.phrases = new Phrases(chance.split());
  }

  /// What is told of an event.
  Event tells(int number, boolean so, Making making, Optional<Boolean> verdict) {
    Voices voices = new Voices(number, World.at(number));
    String site = phrases.site();
    if (making.planted()) {
      plant(voices, making, chance.between(LEAST_ATTACK, MOST_ATTACK), site);
      witnesses(voices, chance.poisson(REPORTERS_OF_PLANTED), so, making, site);
    } else {
      witnesses(voices, 1 + chance.poisson(REPORTERS_MORE), so, making, site);
      if (so && chance.of(ECHOED)) {
        for (int identity : distinct(ECHOES, PATIENT)) {
          voices.named(patient(identity), true, ECHO_AFTER_MINUTES + chance.exponential(ECHO_MINUTES), phrases.own(site, true));
        }
      }
    }
    return new Event(number, so, making, voices.inOrder(), verdict);
  }

  /// A planted event by itself: so many attackers, and so many of those who keep their names deny it.
  Event planted(int number, Making making, int attackers, int denials) {
    Voices voices = new Voices(number, World.at(number));
    String site = phrases.site();
    plant(voices, making, attackers, site);
    for (Speaker speaker : drawn(denials)) {
      voices.named(speaker.name(), false, chance.exponential(DENIAL_MINUTES), phrases.own(site, false));
    }
    return new Event(number, false, making, voices.inOrder(), Optional.empty());
  }

  /// A true event that one of the attacker's identities reports before anyone else.
  Event scoop(int number, int identity) {
    Voices voices = new Voices(number, World.at(number));
    String site = phrases.site();
    voices.named(agent(identity), true, 0, phrases.own(site, true));
    witnesses(voices, 1 + chance.poisson(REPORTERS_MORE), true, Making.ORGANIC, site);
    return new Event(number, true, Making.ORGANIC, voices.inOrder(), Optional.empty());
  }

  /// What so many of those identities invent together, each in words of its own.
  Event lie(int number, int identities) {
    Voices voices = new Voices(number, World.at(number));
    String site = phrases.site();
    for (int identity = 0; identity < identities; identity++) {
      voices.named(agent(identity), true, chance.uniform(ATTACK_MINUTES), phrases.own(site, true));
    }
    return new Event(number, false, Making.PATIENT, voices.inOrder(), Optional.empty());
  }

  /// The event with so many denials by identities never seen before.
  Event denied(Event event, int denials) {
    Voices voices = new Voices(World.EVENTS + event.number(), event.at());
    String site = phrases.site();
    for (int i = 0; i < denials; i++) {
      voices.fresh(false, chance.uniform(ATTACK_MINUTES), phrases.own(site, false));
    }
    return event.with(voices.inOrder());
  }

  private void plant(Voices voices, Making making, int attackers, String site) {
    List<String> templates = List.of(phrases.own(site, true), phrases.own(site, true));
    List<Integer> identities = making == Making.PATIENT ? distinct(attackers, PATIENT) : List.of();
    for (int i = 0; i < attackers; i++) {
      switch (making) {
        case TEMPLATE -> voices.fresh(true, chance.uniform(TEMPLATE_MINUTES), templates.get(chance.below(2)));
        case PARAPHRASE -> voices.fresh(true, chance.uniform(ATTACK_MINUTES), phrases.own(site, true));
        case PATIENT -> voices.named(patient(identities.get(i)), true, chance.uniform(ATTACK_MINUTES), phrases.own(site, true));
        case ORGANIC, CONFUSING -> throw new IllegalArgumentException("nobody plants what is organic");
      }
    }
  }

  /// The first to report what nobody planted supports it: else there would be nothing to report.
  private void witnesses(Voices voices, int reporters, boolean so, Making making, String site) {
    boolean first = !making.planted();
    for (Speaker speaker : drawn(reporters)) {
      boolean known = making.planted() || !chance.of(FIRST_TIME);
      double rate = making == Making.CONFUSING ? CONFUSED : so ? speaker.hit() : speaker.slip();
      boolean supports = chance.of(rate) || first;
      first = false;
      double minute = chance.exponential(supports ? SUPPORT_MINUTES : DENIAL_MINUTES);
      String text = phrases.own(site, supports);
      if (known) {
        voices.named(speaker.name(), supports, minute, text);
      } else {
        voices.fresh(supports, minute, text);
      }
      for (int copies = supports ? chance.poisson(COPIES) : 0; copies > 0; copies--) {
        String copied = chance.of(VERBATIM) ? phrases.copied(text) : phrases.own(site, true);
        voices.named("copycat-" + chance.below(COPYCATS), true, minute + chance.exponential(COPY_MINUTES), copied);
      }
    }
  }

  private List<Speaker> drawn(int count) {
    Set<Integer> drawn = new TreeSet<>();
    List<Speaker> list = new ArrayList<>();
    while (list.size() < count) {
      int left = chance.below(activity);
      int at = 0;
      while (left >= speakers.get(at).activity()) {
        left -= speakers.get(at++).activity();
      }
      if (drawn.add(at)) {
        list.add(speakers.get(at));
      }
    }
    return list;
  }

  private List<Integer> distinct(int count, int of) {
    Set<Integer> drawn = new TreeSet<>();
    while (drawn.size() < Math.min(count, of)) {
      drawn.add(chance.below(of));
    }
    return List.copyOf(drawn);
  }

  private static String agent(int identity) {
    return "agent-" + identity;
  }

  private static String patient(int identity) {
    return "patient-" + identity;
  }
}
