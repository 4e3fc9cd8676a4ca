package watchword.gate;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Tor's port for programs as far as a caller sees it (RFC 1928, CONNECT alone): it hears a name, and takes the caller to one server on this machine.
final class SocksPort implements AutoCloseable {

  /// What callers asked for, as "name:port"; an address in numbers is told as such.
  final Queue<String> asked = new ConcurrentLinkedQueue<>();

  private final ServerSocket port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final int server;

  SocksPort(int server) throws IOException {
    this.server = server;
    Thread.ofVirtual().start(this::serve);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getLocalPort());
  }

  private void serve() {
    try {
      while (true) {
        Socket caller = port.accept();
        Thread.ofVirtual().start(() -> connect(caller));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void connect(Socket caller) {
    try (caller; Socket there = new Socket(InetAddress.getLoopbackAddress(), server)) {
      DataInputStream in = new DataInputStream(caller.getInputStream());
      OutputStream out = caller.getOutputStream();
      in.readByte(); // version
      in.skipNBytes(in.readUnsignedByte()); // ways to sign in
      out.write(new byte[] {5, 0});
      in.skipNBytes(3); // version, CONNECT, reserved
      int type = in.readUnsignedByte();
      String name = type == 3 ? new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII) : "an address in numbers";
      in.skipNBytes(type == 1 ? 4 : type == 4 ? 16 : 0);
      asked.add(name + ":" + in.readUnsignedShort());
      out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      Thread back = Thread.ofVirtual().start(() -> pass(there, caller));
      in.transferTo(there.getOutputStream());
      there.shutdownOutput();
      back.join();
    } catch (IOException _) {
      // either end hung up
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException _) {
      // either end hung up
    }
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
