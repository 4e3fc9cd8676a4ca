package watchword.seal;

/// The key that signs the board, as minisign names it.
///
/// @param key Ed25519, raw
/// @param id minisign's key id, 8 bytes
public record BoardKey(VerifyKey key, Bytes id) {

  public BoardKey {
    id.requireLength(8, "minisign key id");
  }
}
