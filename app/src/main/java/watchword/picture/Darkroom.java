package watchword.picture;

import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.image.ResampleOp;
import com.twelvemonkeys.io.LittleEndianDataInputStream;
import com.twelvemonkeys.lang.Validate;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes a stranger's picture fit to be shown, one at a time.
public final class Darkroom {

  /// A picture of 64 million pixels takes three seconds on an old laptop; the rest is for one that has other work.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int HEAP_MEGABYTES = 512;

  /// Beside the heap: a progressive JPEG is held whole by the JDK's native decoder, at up to six bytes a pixel.
  private static final long ADDRESS_SPACE = 3L << 30;

  private static final long CPU_SECONDS = 20;
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final int LONGEST_ANSWER = 4 + 3 * Pixels.MOST_SIDE * Pixels.MOST_SIDE;
  private static final float QUALITY = 0.85f;

  /// One class of each jar that the child needs.
  private static final List<Class<?>> CODE = List.of(
      Decoder.class, WebPImageReaderSpi.class, ImageReaderBase.class, TIFFReader.class, LittleEndianDataInputStream.class, ResampleOp.class, Validate.class);

  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration patience;
  private final int heapMegabytes;

  public Darkroom() {
    this(PATIENCE, HEAP_MEGABYTES);
  }

  Darkroom(Duration patience, int heapMegabytes) {
    this.patience = patience;
    this.heapMegabytes = heapMegabytes;
  }

  /// Returns the picture as a JPEG of ours, or why it is not shown.
  public synchronized Print develop(byte[] picture) {
    if (picture.length > Decoder.MOST_BYTES) {
      return new Print.Refused(Print.Why.TOO_LARGE);
    }
    Process child = start();
    try {
      CompletableFuture<Void> _ = CompletableFuture.runAsync(() -> give(child, picture), threads);
      CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> take(child), threads);
      byte[] pixels = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? printed(child.exitValue(), pixels) : new Print.Refused(Print.Why.TOO_LONG);
    } catch (TimeoutException e) {
      return new Print.Refused(Print.Why.TOO_LONG);
    } catch (ExecutionException e) {
      return new Print.Refused(Print.Why.DIED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Print.Refused(Print.Why.TOO_LONG);
    } finally {
      child.destroyForcibly();
    }
  }

  private static Print printed(int exit, byte[] pixels) {
    return switch (exit) {
      case 0 -> print(pixels);
      case Decoder.TOO_LARGE -> new Print.Refused(Print.Why.TOO_LARGE);
      case Decoder.UNREADABLE -> new Print.Refused(Print.Why.UNREADABLE);
      default -> new Print.Refused(Print.Why.DIED);
    };
  }

  private static Print print(byte[] pixels) {
    try {
      BufferedImage image = Pixels.read(new ByteArrayInputStream(pixels));
      return new Print.Shown(jpeg(image), image.getWidth(), image.getHeight());
    } catch (IOException e) {
      return new Print.Refused(Print.Why.DIED); // a child that is well tells no nonsense
    }
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam finely = writer.getDefaultWriteParam();
      finely.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      finely.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), finely);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// A JVM that holds our own code and the decoder of WebP, no variable of ours in its environment, and writes no file.
  private Process start() {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(PRLIMIT)) {
      command.addAll(List.of(PRLIMIT.toString(), "--as=" + ADDRESS_SPACE, "--cpu=" + CPU_SECONDS, "--core=0", "--fsize=0"));
    }
    command.addAll(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heapMegabytes + "m", "-Xms16m", "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=32m", "-XX:CompressedClassSpaceSize=32m", "-XX:-UsePerfData",
        "-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=/dev/null", "-Djava.awt.headless=true", "-cp", classPath(), Decoder.class.getName()));
    ProcessBuilder child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    child.environment().clear();
    try {
      return child.start();
    } catch (IOException e) {
      throw new UncheckedIOException("no process could be started for a picture", e);
    }
  }

  private static String classPath() {
    return CODE.stream().map(Darkroom::whereabouts).distinct().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path whereabouts(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("code of ours is nowhere", e);
    }
  }

  private static void give(Process child, byte[] picture) {
    try (OutputStream to = child.getOutputStream()) {
      to.write(picture);
    } catch (IOException _) {
      // it ended before it had read all; its exit code says why
    }
  }

  private static byte[] take(Process child) {
    try {
      return child.getInputStream().readNBytes(LONGEST_ANSWER + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
