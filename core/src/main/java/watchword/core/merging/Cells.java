package watchword.core.merging;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Projections;
import com.google.common.geometry.S2RegionCoverer;
import java.util.ArrayList;
import watchword.core.place.Place;

/// The cells of one level, and which of them lie within a reach of one.
final class Cells {

  /// Of so many cells it is remembered which lie around them; of more it is found out again.
  private static final int REMEMBERED = 1 << 16;

  private final double reachMetres;
  private final int level;
  private CellTable<long[]> coverings = new CellTable<>();

  /// Cells about as wide as the reach.
  Cells(double reachMetres) {
    this.reachMetres = reachMetres;
    this.level = Math.min(S2CellId.MAX_LEVEL, S2Projections.PROJ.avgWidth.getClosestLevel(reachMetres / Place.EARTH_RADIUS_METRES));
  }

  /// The cell of a node.
  S2CellId home(Node node) {
    return Survey.leaf(node).parent(level);
  }

  /// Keys of the cells that a circle of the reach around any point of the cell touches.
  long[] around(S2CellId home) {
    if (coverings.size() > REMEMBERED) {
      coverings = new CellTable<>();
    }
    return coverings.at(Survey.key(home.id()), () -> {
      S1Angle corner = new S1Angle(home.toPoint(), new S2Cell(home).getVertex(0));
      S1Angle radius = S1Angle.radians(reachMetres / Place.EARTH_RADIUS_METRES + 2 * corner.radians());
      S2RegionCoverer coverer = S2RegionCoverer.builder().setMinLevel(level).setMaxLevel(level).setMaxCells(Integer.MAX_VALUE).build();
      ArrayList<S2CellId> cells = new ArrayList<>();
      coverer.getCovering(S2Cap.fromAxisAngle(home.toPoint(), radius), cells);
      cells.sort(null);
      return cells.stream().mapToLong(S2CellId::id).map(Survey::key).toArray();
    });
  }
}
