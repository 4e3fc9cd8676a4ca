package watchword.archive;

import java.util.regex.Pattern;

/// Decimal numbers as archives write them: a point, no thousands, an exponent if need be.
final class Numbers {

  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");

  private Numbers() {}

  /// @param what names the number where it is not one
  static double of(String cell, String what) throws RowFault {
    if (!DECIMAL.matcher(cell).matches()) {
      throw new RowFault(what + " is not a number");
    }
    return Double.parseDouble(cell);
  }
}
