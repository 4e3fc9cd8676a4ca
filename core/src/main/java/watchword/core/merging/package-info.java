/// Readings become incidents, by record linkage. Whatever order the readings arrive in, the same incidents leave.
///
/// Two ways go through one model. Those of an archive pass once, in order of time, and are let go as soon as nothing
/// later can change their incident; those of a desk come and go in any order, and only what a change reaches is worked
/// out anew. A test holds the second way to the first.
///
/// ```
///  step                               both ways                             pass once        come and go
///  ─────────────────────────────────  ────────────────────────────────────  ───────────────  ──────────────────────
///  the way as a whole                                                       LinkageMerger    LiveMerging, Told,
///                                                                           Course           LiveFigures
///  identical words become one node    Gathering, Node, Marks                Nodes, Sames     HeldReadings
///  what all nodes tell of reaches     Survey, SeenTwice
///  pairs worth scoring (blocking)     Reach, Cells, CellTable, Columns      Candidates       Nearby
///  how likely a pair is one           Linkage, Crowd, OneOf; Ceiling,
///                                     Bound, SoughtWords
///  linked nodes make a component      Apart                                 Component        Knots, Knot
///  a component becomes clusters       Resolution, Cluster, Recall;          Component        Knot
///                                     Parting, Centre; Groups
///  a vague node finds its cluster     Vicinity                              Course           Strays
///  a text without a place finds       Topics, Topic, TextIndex,                              Texts
///    its own by words                 TextLinkage
/// ```
///
/// Only [LinkageMerger], [LiveFigures] and [SeenTwice] are seen from outside; all else works on [Node], which stays in
/// here with what it is told on the way.
@NullMarked
package watchword.core.merging;

import org.jspecify.annotations.NullMarked;
