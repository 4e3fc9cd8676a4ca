import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// Writes the notices of everything that is shipped but not ours, from what the jars themselves carry.
///
/// `java ThirdParty.java LIB OUT`: reads each jar in LIB, and the licences of the web parts in Watchword's own. A jar that names no licence
/// stops the build: nobody should ship what they may not.
final class ThirdParty {
  private static final Pattern NOTICE = Pattern.compile("META-INF/(maven/.*/)?[\\w-]*(LICEN[CS]E|NOTICE)[\\w.-]*");
  private static final Pattern LICENCES = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("<(?:name|url)>\\s*(.*?)\\s*</(?:name|url)>", Pattern.DOTALL);
  private static final String OURS = "watchword-";
  private static final String WEB = "watchword/web/data/web-licences.txt";
  private static final String RULE = "-".repeat(80);

  /// Jars that say their licence only in the pom beside them, by the beginning of their name: looked up there by a person.
  private static final Map<String, String> DECLARED_OUTSIDE =
      Map.of(
          "jagged-", "Apache-2.0",
          "javalin-", "Apache-2.0",
          "jdbi3-core-", "Apache-2.0",
          "jte-runtime-", "Apache-2.0",
          "kotlin-stdlib-", "Apache-2.0",
          "picocli-", "Apache-2.0",
          "fastcsv-", "MIT",
          "bcprov-", "Bouncy Castle Licence (MIT)",
          "flyway-core-", "Apache-2.0");

  /// Every text once, with its number: a dozen jars carry the same one.
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final StringBuilder list = new StringBuilder();
  private String web = "";

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      fail("usage: java ThirdParty.java LIB OUT");
    }
    ThirdParty notices = new ThirdParty();
    try (Stream<Path> jars = Files.list(Path.of(args[0]))) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        notices.add(jar);
      }
    }
    Files.writeString(Path.of(args[1]), notices.whole());
  }

  private void add(Path path) throws IOException {
    String name = path.getFileName().toString().replaceAll("\\.jar$", "");
    try (JarFile jar = new JarFile(path.toFile())) {
      if (name.startsWith(OURS)) {
        ZipEntry licences = jar.getEntry(WEB);
        web = licences == null ? web : read(jar, licences);
        return;
      }
      Set<String> numbers = new LinkedHashSet<>();
      for (ZipEntry entry : jar.stream().filter(entry -> NOTICE.matcher(entry.getName()).matches()).toList()) {
        String text = read(jar, entry).replace("\r\n", "\n").strip();
        numbers.add(String.valueOf(texts.computeIfAbsent(text, _ -> texts.size() + 1)));
      }
      String licence = licence(jar, name).orElseGet(() -> fail(name + " names no licence: look it up, then add it to ThirdParty.java or leave the library out"));
      list.append(name).append("  ").append(licence);
      list.append(numbers.isEmpty() ? "\n" : "  text " + String.join(", ", numbers) + "\n");
    }
  }

  private static Optional<String> licence(JarFile jar, String name) throws IOException {
    List<String> names = new ArrayList<>();
    for (ZipEntry pom : jar.stream().filter(entry -> entry.getName().matches("META-INF/maven/.*/pom\\.xml")).toList()) {
      Matcher licences = LICENCES.matcher(read(jar, pom));
      if (licences.find()) {
        NAME.matcher(licences.group(1)).results().map(found -> found.group(1)).forEach(names::add);
      }
    }
    if (!names.isEmpty()) {
      return Optional.of(String.join(", ", names));
    }
    String bundle = jar.getManifest() == null ? null : jar.getManifest().getMainAttributes().getValue("Bundle-License");
    if (bundle != null) {
      return Optional.of(bundle);
    }
    return DECLARED_OUTSIDE.entrySet().stream().filter(known -> name.startsWith(known.getKey())).map(Map.Entry::getValue).findFirst();
  }

  private String whole() {
    StringBuilder out = new StringBuilder("Watchword is distributed with the libraries and data below, each under its own licence.\n\n");
    out.append("On the class path\n\n").append(list);
    texts.forEach((text, number) -> out.append('\n').append(RULE).append("\nText ").append(number).append("\n\n").append(text).append('\n'));
    if (!web.isEmpty()) {
      out.append('\n').append(RULE).append("\nIn the pages and the map\n\n").append(web.strip()).append('\n');
    }
    return out.toString();
  }

  private static String read(JarFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static <T> T fail(String sentence) {
    System.err.println("notices: " + sentence);
    System.exit(1);
    throw new AssertionError();
  }
}
