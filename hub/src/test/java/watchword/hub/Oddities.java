package watchword.hub;

/// What mutated requests are made with: bytes and spellings at which servers have stumbled, or on which two have disagreed.
final class Oddities {
  static final String[] PIECES = {
    "\r\n", "\r", "\n", "\0", " ", ":", "/", "..", "%2f", "HTTP/1.1", "GET ", "POST ", "Content-Length: 16384\r\n",
    "Content-Length: 99999999\r\n", "Transfer-Encoding: chunked\r\n", "\r\n\r\n", "é", "\t", "Expect: 100-continue\r\n",
    "Upgrade: h2c\r\n", "Connection: close\r\n", "\u007f", "\u00ff", "Content-Type: multipart/form-data; boundary=x\r\n", "If-None-Match: *\r\n"
  };

  /// How the field of a chunked body may be spelt so that one of two machines overlooks it.
  static final String[] CHUNKED = {
    "Transfer-Encoding: chunked", "Transfer-Encoding : chunked", "transfer-encoding: CHUNKED", "Transfer-Encoding: identity, chunked",
    "Transfer-Encoding:\tchunked", "Transfer-Encoding: x\r\n chunked", "X: y\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: x", "Transfer_Encoding: chunked", "\u000bTransfer-Encoding: chunked",
    "Transfer-Encoding: chunked\u0000"
  };

  static final String[] CHUNKS = {
    "0\r\n\r\n", "4000\r\n", "ffffffffffffffff\r\n", "-1\r\n\r\n", "0;a=b\r\n\r\n", "1\r\nx\r\n0\r\n\r\n", "0x10\r\n", "0\n\n",
    "00000000000000000000\r\n\r\n", "5\r\nGET /\r\n0\r\n\r\n"
  };

  static final String[] LENGTHS = {
    "16384, 16384", "+16384", "-1", "0", "16383", "16385", "016384", "0x4000", "1.6384e4", "99999999", "999999999", "18446744073709568000",
    "", " ", "16 384", "262144", "16777217", "16384;", "\u00b2", "16384\r\nContent-Length: 16384", "16384\r\nContent-Length: 0"
  };

  private Oddities() {}
}
