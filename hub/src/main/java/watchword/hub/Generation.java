package watchword.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.seal.Bytes;
import watchword.seal.Dummy;
import watchword.seal.GenerationHeader;
import watchword.seal.Layout;
import watchword.seal.SealedSize;

/// One file of slots that all hold dummies when it is made, and reports at random places afterwards.
///
/// Which slots hold a report nobody knows once it is frozen: neither this class nor the disk.
final class Generation {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final GenerationFiles files;
  private final Bytes id;
  private final Layout layout;
  private final FileChannel channel;
  private final SharedForce force;
  private final Map<SealedSize, FreeSlots> free = new EnumMap<>(SealedSize.class);
  private final Set<Slot> open = new HashSet<>();
  private volatile Path file;
  private boolean closing;

  private Generation(GenerationFiles files, Bytes id, Layout layout, Path file, FileChannel channel, Force force) {
    this.files = files;
    this.id = id;
    this.layout = layout;
    this.file = file;
    this.channel = channel;
    this.force = new SharedForce(() -> {
      force.force(channel);
      touch();
    });
    for (SealedSize size : SealedSize.values()) {
      free.put(size, new FreeSlots(layout.count(size), RANDOM));
    }
  }

  /// Makes the file, fills it with dummies and forces it; it takes nothing before [#begin].
  static Generation prepare(GenerationFiles files, Layout layout, Force force) throws IOException {
    files.requireRoomFor(layout.bytes());
    byte[] bytes = new byte[GenerationHeader.ID_BYTES];
    RANDOM.nextBytes(bytes);
    Bytes id = Bytes.of(bytes);
    Path file = files.next(id);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Generation generation = new Generation(files, id, layout, file, channel, force);
    try {
      generation.fill();
    } catch (IOException e) {
      generation.discard();
      throw e;
    }
    return generation;
  }

  private void fill() throws IOException {
    write(ByteBuffer.wrap(new GenerationHeader(id, layout).toBytes()), 0);
    for (SealedSize size : SealedSize.values()) {
      for (int i = 0; i < layout.count(size); i++) {
        write(ByteBuffer.wrap(Dummy.envelope(size)), layout.offset(size, i));
      }
    }
    channel.force(true);
    touch();
  }

  Layout layout() {
    return layout;
  }

  /// Becomes the current generation: from here on a report in it survives a crash.
  void begin() throws IOException {
    file = files.rename(file, files.current(id));
  }

  /// Takes a free slot at random; empty when its class is full, the generation closing or the disk failing.
  synchronized Optional<Slot> take(SealedSize size, boolean offersWork) {
    if (closing || force.failed()) {
      return Optional.empty();
    }
    return slotsOf(size).take(offersWork).map(taken -> {
      Slot slot = new Slot(this, size, taken, layout.offset(size, taken.index()));
      open.add(slot);
      return slot;
    });
  }

  /// Ends all writing and hands the file over to those that wait; what was half written is a dummy again.
  void freeze(Waiting waiting) throws IOException {
    List<Slot> unfinished;
    synchronized (this) {
      closing = true;
      unfinished = List.copyOf(open);
    }
    for (Slot slot : unfinished) {
      slot.abandon();
    }
    awaitNoneOpen();
    force.force();
    channel.close();
    waiting.add(file, id);
  }

  private synchronized void awaitNoneOpen() {
    boolean interrupted = false;
    while (!open.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets a report whose work does not hold keep its slot; false when all slots without work are taken or the slot has ended.
  synchronized boolean waiveWork(Slot slot) {
    if (!open.contains(slot)) {
      return false;
    }
    Optional<FreeSlots.Taken> other = slotsOf(slot.size()).waiveWork(slot.taken());
    other.ifPresent(slot::retake);
    return other.isPresent();
  }

  void write(ByteBuffer bytes, long offset) throws IOException {
    long at = offset;
    try {
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  void force() throws IOException {
    force.force();
  }

  synchronized void ended(Slot slot, boolean isFree) {
    if (isFree) {
      slotsOf(slot.size()).giveBack(slot.taken());
    }
    open.remove(slot);
    notifyAll();
  }

  /// Sets the file's times to what they always are; the system's own note of the change then tells only this moment.
  void touch() throws IOException {
    try {
      files.touch(file);
    } catch (NoSuchFileException _) {
      // Renamed in this instant; whoever renames touches too.
    }
  }

  /// Lets go of the file without freezing it: the next start does that.
  void close() throws IOException {
    channel.close();
  }

  /// Deletes a prepared generation that is not wanted.
  void discard() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }

  private FreeSlots slotsOf(SealedSize size) {
    FreeSlots slots = free.get(size);
    if (slots == null) {
      throw new IllegalStateException("no slots of " + size);
    }
    return slots;
  }
}
