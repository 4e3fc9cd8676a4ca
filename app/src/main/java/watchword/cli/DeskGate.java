package watchword.cli;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import watchword.desk.DeskFolder;
import watchword.gate.GateChild;
import watchword.gate.Visit;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;

/// A desk's gate, and what members are told of it: that it fails or has ended, once until that changes, and never a word of its own.
final class DeskGate implements AutoCloseable {

  private final GateChild.Setup setup;
  private final Consumer<String> trouble;
  private Optional<GateChild> child = Optional.empty();
  private String said = "";

  private DeskGate(GateChild.Setup setup, Consumer<String> trouble) {
    this.setup = setup;
    this.trouble = trouble;
  }

  /// @param trouble hears a sentence without its full stop
  static DeskGate of(DeskFolder folder, URI hub, InstantSource clock, Consumer<String> trouble) throws FormatException {
    EpochKeys keys = new EpochKeys(new DirectoryKeyStore(folder.keys()), new SecureRandom(), clock);
    return new DeskGate(new GateChild.Setup(hub, folder.inbox(), keys, receiptKey(folder), clock, GateChild.Pace.USUAL), trouble);
  }

  /// Starts it; after each visit there may be something to open.
  void begin(Runnable came) {
    child = Optional.of(GateChild.begin(setup, new GateChild.Listener() {
      @Override
      public void visited(Visit visit) {
        say(sentence(visit));
        came.run();
      }

      @Override
      public void ended(OptionalInt exitCode) {
        say(exitCode.isPresent()
            ? "the gate ended (exit code " + exitCode.getAsInt() + ") and is started again"
            : "the gate said nothing for 20 minutes and is started again");
      }

      @Override
      public void failed(Exception why) {
        say("the gate cannot be started or told its keys, and that is tried again; look at the desk's folder (" + why.getClass().getSimpleName() + ")");
      }
    }));
  }

  private static String sentence(Visit visit) {
    return switch (visit) {
      case Visit.Done _ -> "";
      case Visit.Failed failed -> switch (failed) {
        case UNREACHABLE -> "collecting from the hub failed and is tried again every 20 seconds: it does not answer, or stops in the middle";
        case RUBBISH -> "collecting from the hub failed and is tried again every 20 seconds: it answers what no hub answers; check its address, and that it has this desk's gate.pub";
        case INBOX -> "the gate cannot use the folder inbox and tries again every 20 seconds; look whether the desk's disk is full";
        case FAULT -> "collecting from the hub failed by a fault of ours and is tried again every 20 seconds; tell us";
      };
    };
  }

  private synchronized void say(String sentence) {
    if (!sentence.equals(said) && !sentence.isEmpty()) {
      trouble.accept(sentence);
    }
    said = sentence;
  }

  /// What every page of the console tells while the gate is not running.
  Optional<String> notice(ZoneOffset zone) {
    return child.flatMap(GateChild::silentSince).map(since ->
        "The gate has not answered since " + Times.minute(since, zone) + "; it is started again. Reports wait at the hub meanwhile.");
  }

  private static SigningKey receiptKey(DeskFolder folder) throws FormatException {
    byte[] seed = DeskOptions.bytes(folder.gateKey());
    try {
      return SigningKey.of(seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  @Override
  public void close() {
    child.ifPresent(GateChild::close);
    setup.receiptKey().close();
  }
}
