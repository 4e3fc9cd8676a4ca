package watchword.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import watchword.hub.Reception.Outcome;
import watchword.seal.FormatException;
import watchword.seal.Pull;
import watchword.seal.Receipt;
import watchword.seal.VerifyKey;

/// The gate's two requests: pull the oldest frozen generation, and sign for it so that it is deleted.
final class GateDoor {
  /// 64 bytes of signature as base64url without padding.
  private static final int TOKEN_CHARS = 86;

  private final Waiting waiting;
  private final VerifyKey gate;
  private final InstantSource clock;

  GateDoor(Waiting waiting, VerifyKey gate, InstantSource clock) {
    this.waiting = waiting;
    this.gate = gate;
    this.clock = clock;
  }

  /// `GET /generation/⟨token⟩`: the oldest generation whole, always the same bytes; 404 for whoever is not the gate.
  void pull(Connection connection, Request request, int prefixLength) throws IOException {
    if (!allowed(connection.bytes(), request.pathStart() + prefixLength, request.pathEnd())) {
      connection.send(Answers.NOT_FOUND);
      return;
    }
    Optional<FileChannel> oldest = waiting.oldest();
    if (oldest.isEmpty()) {
      connection.send(Answers.NOT_FOUND);
      return;
    }
    try (FileChannel generation = oldest.get()) {
      long length = generation.size();
      connection.send(Answers.generation(length));
      if (request.method() == Request.Method.GET) {
        connection.send(generation, length);
      }
    }
  }

  private boolean allowed(ByteBuffer bytes, int from, int to) {
    if (to - from != TOKEN_CHARS) {
      return false;
    }
    byte[] token = new byte[TOKEN_CHARS];
    bytes.get(from, token);
    return Pull.accepts(new String(token, StandardCharsets.US_ASCII), gate, clock.instant());
  }

  /// `POST /receipt`: deletes the generation the gate signed for.
  Outcome receipt(Connection connection, Request request, int head) throws IOException {
    if (request.contentLength() != Receipt.LENGTH) {
      return Outcome.REFUSED;
    }
    if (!connection.whole(head + Receipt.LENGTH)) {
      return Outcome.GONE;
    }
    byte[] body = new byte[Receipt.LENGTH];
    connection.bytes().get(head, body);
    try {
      return waiting.delete(Receipt.read(body, gate)) ? Outcome.TAKEN_SMALL : Outcome.REFUSED;
    } catch (FormatException _) {
      return Outcome.REFUSED;
    }
  }
}
