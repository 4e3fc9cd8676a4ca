package watchword.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A small envelope as who reads the hub's disk sees it: its lines, and the parts its format tells of.
///
/// @param lines of the header
/// @param encapsulation ML-KEM's ciphertext and the X25519 share
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared
record Slot(byte[] file, List<String> lines, byte[] encapsulation) {
  static final int HEADER = 1_627;
  static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger A = BigInteger.valueOf(486_662);
  private static final BigInteger A24 = BigInteger.valueOf(121_665);
  /// Of the subgroup in which every public key lies that was made as RFC 7748 says.
  private static final BigInteger ORDER = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  static Slot of(byte[] file) {
    List<String> lines = List.of(new String(file, 0, HEADER, ISO_8859_1).split("\n", -1));
    return new Slot(file, lines, Base64.getDecoder().decode(lines.get(1).substring("-> mlkem768x25519 ".length())));
  }

  List<Integer> lineLengths() {
    return lines.stream().map(String::length).toList();
  }

  /// Whether every base64 of the header is spelt in the one way: no pad characters, spare bits zero.
  boolean isCanonical() {
    return List.of(lines.get(1).substring("-> mlkem768x25519 ".length()), lines.get(2), lines.get(3).substring("--- ".length())).stream()
        .allMatch(text -> Base64.getEncoder().withoutPadding().encodeToString(Base64.getDecoder().decode(text)).equals(text));
  }

  byte[] share() {
    return Arrays.copyOfRange(encapsulation, XWing.MLKEM_CIPHERTEXT_LENGTH, XWing.ENCAPSULATION_LENGTH);
  }

  /// The share as a number, its highest bit too.
  BigInteger u() {
    byte[] bigEndian = share();
    for (int i = 0; i < bigEndian.length / 2; i++) {
      byte swapped = bigEndian[i];
      bigEndian[i] = bigEndian[bigEndian.length - 1 - i];
      bigEndian[bigEndian.length - 1 - i] = swapped;
    }
    return new BigInteger(1, bigEndian);
  }

  /// Whether the share is the u of a point: half of all numbers are not, but of the curve's twist.
  boolean isOnCurve() {
    BigInteger u = u();
    BigInteger square = u.multiply(u).add(A.multiply(u)).add(BigInteger.ONE).multiply(u).mod(PRIME);
    return square.modPow(PRIME.subtract(BigInteger.ONE).shiftRight(1), PRIME).equals(BigInteger.ONE);
  }

  /// Whether the share's point lies in the subgroup that the base point makes: one point of the curve in eight does.
  boolean isOfBasePoint() {
    BigInteger u = u();
    BigInteger[] low = {BigInteger.ONE, BigInteger.ZERO};
    BigInteger[] high = {u, BigInteger.ONE};
    for (int bit = ORDER.bitLength() - 1; bit >= 0; bit--) {
      BigInteger[] sum = sum(low, high, u);
      boolean one = ORDER.testBit(bit);
      low = one ? sum : twice(low);
      high = one ? twice(high) : sum;
    }
    return low[1].signum() == 0; // the point at infinity
  }

  /// Montgomery's formulas (RFC 7748, 5): u as a fraction.
  private static BigInteger[] sum(BigInteger[] p, BigInteger[] q, BigInteger difference) {
    BigInteger da = q[0].subtract(q[1]).multiply(p[0].add(p[1]));
    BigInteger cb = q[0].add(q[1]).multiply(p[0].subtract(p[1]));
    return new BigInteger[] {da.add(cb).pow(2).mod(PRIME), difference.multiply(da.subtract(cb).pow(2)).mod(PRIME)};
  }

  private static BigInteger[] twice(BigInteger[] p) {
    BigInteger aa = p[0].add(p[1]).pow(2).mod(PRIME);
    BigInteger bb = p[0].subtract(p[1]).pow(2).mod(PRIME);
    BigInteger e = aa.subtract(bb);
    return new BigInteger[] {aa.multiply(bb).mod(PRIME), e.multiply(aa.add(A24.multiply(e))).mod(PRIME)};
  }

  /// ML-KEM-768's ciphertext as the numbers it is packed from: 768 of ten bits, then 256 of four.
  int[] coefficients() {
    int[] numbers = new int[768 + 256];
    for (int i = 0; i < 768; i++) {
      numbers[i] = bits(10 * i, 10);
    }
    for (int i = 0; i < 256; i++) {
      numbers[768 + i] = bits(7_680 + 4 * i, 4);
    }
    return numbers;
  }

  private int bits(int from, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      number |= (encapsulation[(from + i) / 8] >> (from + i) % 8 & 1) << i;
    }
    return number;
  }
}
