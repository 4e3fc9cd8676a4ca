package watchword.attack;

import java.util.List;

/// One way to tell what is so.
///
/// A method may hear every report, and the verdicts that have come by then. One that knows no time hears all of a world at once, its future too: that is
/// generous, and usual.
interface Method {

  /// As `--json` names it.
  String name();

  /// Judges each scored event by what was told within so many minutes of its first report.
  List<Judgement> judge(World world, double minutes);

  /// What it knows after all of a world.
  Mind after(World world);
}
