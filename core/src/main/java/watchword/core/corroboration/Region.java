package watchword.core.corroboration;

import watchword.core.place.Place;

/// A field of the map, fixed and coarse, for what is true of a place and not of a night: half a degree by half a degree, which is 55 km by 55 km at the
/// equator and by 28 km at 60° north.
record Region(int north, int east) {

  private static final double FIELDS_A_DEGREE = 2;

  static Region of(Place place) {
    return new Region((int) StrictMath.floor(FIELDS_A_DEGREE * place.latitude()), (int) StrictMath.floor(FIELDS_A_DEGREE * place.longitude()));
  }
}
