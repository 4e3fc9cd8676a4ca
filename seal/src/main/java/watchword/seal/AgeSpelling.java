package watchword.seal;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;

/// age's spelling of keys: Bech32 without a length limit.
final class AgeSpelling {

  private AgeSpelling() {}

  static String encode(String prefix, byte[] data) {
    return Bech32.getEncoder().encode(prefix, data).toString();
  }

  static byte[] decode(String prefix, String spelling) throws FormatException {
    try {
      Bech32Address address = Bech32.getDecoder().decode(spelling);
      if (!prefix.contentEquals(address.getHumanReadablePart())) {
        throw new FormatException("key: does not begin with " + prefix + "1");
      }
      return address.getData();
    } catch (IllegalArgumentException e) {
      throw new FormatException("key: not Bech32, or mistyped");
    }
  }
}
