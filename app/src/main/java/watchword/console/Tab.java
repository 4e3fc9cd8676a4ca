package watchword.console;

import java.util.Locale;

/// The parts of the queue: the first four divide it, the others look across it.
enum Tab {
  VERIFY("Verify first", "Nothing waits for a check. New reports come here by themselves; enter one by hand if somebody calls."),
  READY("Ready", "Nothing may be published yet. Record findings under Verify first: two proven supports make an incident ready."),
  WAITING("Waiting", "No publication waits. When you publish something too early, it stands here until it goes out or another member agrees."),
  DONE("Done", "Nothing is judged or published yet. What you refuted, could not verify, or published stands here."),
  SAME("Possibly same", "No two incidents look like one."),
  TAKE_BACK("Withdraw?", "Nothing that is published has lost its support. What does stands here and first under Verify; only a member withdraws it."),
  WAVE("Wave?", "No incident looks like a planted wave. The flag is raised by repeated words, by claims about a later hour, and by claims that failed before.");

  /// Why so much of what is true stands here, said where an editor meets it.
  private static final String HELD = "Most of what is true waits here: without two proven supports nothing passes 80 %, however many report it. A check moves it on.";

  private final String label;
  private final String empty;

  Tab(String label, String empty) {
    this.label = label;
    this.empty = empty;
  }

  String label() {
    return label;
  }

  /// What to say, and do next, where it holds nothing.
  String empty() {
    return empty;
  }

  /// What to say above what it holds; empty for nothing.
  String note() {
    return this == VERIFY ? HELD : "";
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Tab of(String id) {
    for (Tab tab : values()) {
      if (tab.id().equals(id)) {
        return tab;
      }
    }
    return VERIFY;
  }
}
