import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long from a report's `204` until its line stands in the console, hub and desk each a process at its default tick.
///
/// Reports are posted one after another, each at a random moment of the minute that follows; the queue is asked for twice a second.
///
///     java bench/arrival/Arrival.java CLASSPATH REPORTS SEED
///
/// Prints one line a report and, last, one JSON object: `reports`, `medianSeconds`, `p90Seconds`, `mostSeconds`.
public final class Arrival {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
  private static final Pattern LINK = Pattern.compile("href=\"/incident\\?id=([^\"&]+)");
  private static final Pattern NUMBER = Pattern.compile("\"(?:port|console)\":(\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String WORDS = "seven quiet herons";

  private final String classPath;
  private final Path home;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Process> running = new ArrayList<>();
  private String cookie = "";
  private String token = "";
  private String console = "";

  private Arrival(String classPath, Path home) {
    this.classPath = classPath;
    this.home = home;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Files.createTempDirectory("watchword-arrival");
    Arrival arrival = new Arrival(arguments[0], home);
    try {
      arrival.measure(Integer.parseInt(arguments[1]), new SplittableRandom(Long.parseLong(arguments[2])));
    } finally {
      arrival.running.forEach(Process::destroy);
      for (Process process : arrival.running) {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void measure(int reports, RandomGenerator random) throws Exception {
    Path desk = Files.createDirectories(home.resolve("desks/machine"));
    Path hub = Files.createDirectories(home.resolve("hubs/machine"));
    Files.writeString(desk.resolve("words"), WORDS + "\n");
    run(desk, "init", "--folder", "lorne", "--name", "Lorne Watch", "--member", "heron", "--passphrase-file", "words", "--stop-sheet", "stop.txt", "--json");
    copy(desk.resolve("lorne/board/current").toRealPath(), hub.resolve("board"));
    copy(desk.resolve("lorne/bundles"), hub.resolve("bundles"));
    String address = "http://127.0.0.1:" + start(hub, "hub", "--data", "data", "--board", "board", "--bundles", "bundles",
        "--gate", desk.resolve("lorne/gate.pub").toString(), "--port", "0", "--json");
    Thread.sleep(random.nextInt(60_000)); // hub and desk tick as they were started: not in step
    console = "http://127.0.0.1:" + start(desk, "desk", "--folder", "lorne", "--member", "heron", "--passphrase-file", "words", "--hub", address, "--port", "0", "--json");
    ask("/unlock", null);
    ask("/unlock", "member=heron&passphrase=" + URLEncoder.encode(WORDS, StandardCharsets.UTF_8));
    byte[] bundle = client.send(HttpRequest.newBuilder(URI.create(address + "/bundle/" + LocalDate.now(ZoneOffset.UTC) + ".bin")).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    Files.write(home.resolve("bundle.bin"), bundle);
    List<byte[]> sealed = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      sealed.add(seal(desk, i));
    }
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      seconds.add(one(address, sealed.get(i), random));
      System.out.printf("report %d: %.1f s%n", i + 1, seconds.getLast());
    }
    Collections.sort(seconds);
    System.out.printf("{\"reports\":%d,\"medianSeconds\":%.1f,\"p90Seconds\":%.1f,\"mostSeconds\":%.1f}%n",
        reports, seconds.get(reports / 2), seconds.get((int) Math.ceil(reports * 0.9) - 1), seconds.getLast());
  }

  private double one(String address, byte[] body, RandomGenerator random) throws Exception {
    Thread.sleep(random.nextInt(60_000));
    long before = lines();
    int status = client.send(HttpRequest.newBuilder(URI.create(address + "/report/0000000000000000")).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 204) {
      throw new IOException("the hub answered " + status);
    }
    long taken = System.nanoTime();
    while (lines() == before) {
      if (System.nanoTime() - taken > PATIENCE.toNanos()) {
        throw new IOException("the report did not come");
      }
      Thread.sleep(500);
    }
    return (System.nanoTime() - taken) / 1e9;
  }

  /// Each report is of a place of its own and so makes an incident of its own: one more line.
  private long lines() throws Exception {
    Matcher link = LINK.matcher(ask("/?tab=verify", null) + ask("/?tab=ready", null));
    Map<String, Boolean> ids = new LinkedHashMap<>();
    while (link.find()) {
      ids.put(link.group(1), true);
    }
    return ids.size();
  }

  private byte[] seal(Path desk, int number) throws Exception {
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Path report = home.resolve("report.json");
    Files.writeString(report, """
        {"when": {"earliest": "%s", "latest": "%s"}, "kind": "explosion", "stance": "sighting", "text": "two loud bangs, number %d",
         "place": {"latitude": %d.5, "longitude": -33.1, "uncertaintyMetres": 500, "name": ""}}
        """.formatted(minute(hour), minute(hour.plusSeconds(3_600)), number, 10 + number));
    Path out = home.resolve("report-" + number + ".sealed");
    run(home, "seal", "--bundle", "bundle.bin", "--root", desk.resolve("lorne/root.pub").toString(), report.toString(), "-o", out.toString(), "--json");
    return Files.readAllBytes(out);
  }

  private static String minute(Instant time) {
    return time.toString().replace(":00Z", "Z");
  }

  private String ask(String path, String form) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console + path)).header("Origin", console);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (form != null) {
      request.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&" + form));
    }
    HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer.headers().firstValue("Set-Cookie").ifPresent(value -> cookie = value.substring(0, value.indexOf(';')));
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer.body();
  }

  private ProcessBuilder process(Path folder, String... arguments) {
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC", "-Duser.home=" + folder, "-cp", classPath, "watchword.cli.Main"));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private void run(Path folder, String... arguments) throws Exception {
    Process process = process(folder, arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (process.waitFor() != 0) {
      throw new IOException(arguments[0] + " failed");
    }
  }

  /// Returns the port it says it listens on.
  private int start(Path folder, String... arguments) throws IOException {
    Process process = process(folder, arguments).start();
    running.add(process);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    Matcher number = NUMBER.matcher(String.valueOf(out.readLine()));
    if (!number.find()) {
      throw new IOException(arguments[0] + " did not start");
    }
    return Integer.parseInt(number.group(1));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }
}
