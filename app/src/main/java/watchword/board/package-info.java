/// The board: bulletins come in, a signed folder of static pages leaves, the same from any mirror.
///
/// It uses `core.kind`, `core.time`, `core.place`, `core.bulletin`, `seal`, `markup` and libraries. It can name neither a report nor an incident, so it
/// cannot show one. [Board] writes, [BoardCheck] verifies; the formats are in spec/bulletin.md and spec/publication.md.
///
/// ```
/// home/current ─▶ v00000012/            the version readers see, switched by renaming the link
///      v00000011/                       the one before, for a minute's readers
/// v…/index.html  now-1h.html … now.txt  feed.atom  corrections.html  check.html  b/<thread>.html   the desk's first language
///    be/index.html …                    the same pages in another language
///    now.geojson  root.bin  minisign.pub  assets/…
///    manifest.json  manifest.json.minisig
/// ```
@NullMarked
package watchword.board;

import org.jspecify.annotations.NullMarked;
