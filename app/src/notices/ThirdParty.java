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
/// `java ThirdParty.java LIB OUT`: reads each jar in LIB, and the licences of the web parts in Watchword's own. A jar without a text of its own is given the
/// text of its licence that another jar carries, or the JDK that builds, which holds ICU too. A jar that names no licence, or one whose text is nowhere, stops
/// the build: nobody should ship what they may not.
final class ThirdParty {
  private static final Pattern NOTICE = Pattern.compile("META-INF/(maven/.*/)?[\\w-]*(LICEN[CS]E|NOTICE)[\\w.-]*");
  private static final Pattern LICENCES = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("<(?:name|url)>\\s*(.*?)\\s*</(?:name|url)>", Pattern.DOTALL);
  private static final String OURS = "watchword-";
  private static final String WEB = "watchword/web/data/web-licences.txt";
  private static final String RULE = "-".repeat(80);

  private static final String HARALD_KUHR = "BSD-3-Clause, Copyright (c) 2008-2020, Harald Kuhr, all rights reserved";

  /// Jars that say their licence only in the pom beside them or on a page, by the beginning of their name: looked up there by a person.
  private static final Map<String, String> DECLARED_OUTSIDE =
      Map.of(
          "jagged-", "Apache-2.0",
          "javalin-", "Apache-2.0",
          "jdbi3-core-", "Apache-2.0",
          "kotlin-stdlib-", "Apache-2.0",
          "picocli-", "Apache-2.0",
          "fastcsv-", "MIT",
          "bcprov-", "Bouncy Castle Licence (MIT)",
          "flyway-core-", "Apache-2.0",
          "common-", HARALD_KUHR,
          "imageio-", HARALD_KUHR);

  /// A licence, how jars name it, and how its text begins or what its first lines hold.
  private enum Licence {
    APACHE("(?i).*apache.*2\\.0.*", "(?s)\\s*Apache License\\s+Version 2\\.0.*"),
    ECLIPSE("(?i).*(epl[- ]2\\.0|epl-v20).*", "(?s)[#\\s]*Eclipse Public License - v 2\\.0.*"),
    /// The text is that of another holder, its name apart.
    BSD("(?i).*bsd-3.*", "(?s).*Redistribution and use in source and binary forms.{0,800}Neither the name.*"),
    UNICODE("(?i).*unicode-3\\.0.*", "(?s).{0,200}UNICODE LICENSE V3.*");

    private final Pattern name;
    private final Pattern text;

    Licence(String name, String text) {
      this.name = Pattern.compile(name);
      this.text = Pattern.compile(text);
    }
  }

  /// Texts that every JDK brings for what it took over, and that a jar leaves out: ICU's licence is the same in all its versions.
  private static final List<String> JDK_TEXTS = List.of("java.base/icu.md");

  /// A jar and the licence it names, waiting for its texts.
  private record Listed(String name, String licence, Set<Integer> own) {}

  private final List<Listed> listed = new ArrayList<>();

  /// Every text once, with its number: a dozen jars carry the same one.
  private final Map<String, Integer> texts = new LinkedHashMap<>();
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
    notices.jdk(Path.of(System.getProperty("java.home"), "legal"));
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
      Set<Integer> own = new LinkedHashSet<>();
      for (ZipEntry entry : jar.stream().filter(entry -> NOTICE.matcher(entry.getName()).matches()).toList()) {
        String text = read(jar, entry).replace("\r\n", "\n").strip();
        own.add(number(text));
      }
      String licence = licence(jar, name).orElseGet(() -> fail(name + " names no licence: look it up, then add it to ThirdParty.java or leave the library out"));
      listed.add(new Listed(name, licence, own));
    }
  }

  private void jdk(Path legal) throws IOException {
    for (String file : JDK_TEXTS) {
      if (Files.exists(legal.resolve(file))) {
        number(Files.readString(legal.resolve(file)).replace("\r\n", "\n").strip());
      }
    }
  }

  private int number(String text) {
    return texts.computeIfAbsent(text, _ -> texts.size() + 1);
  }

  /// Where the jar's own texts stand, or where it has none the text of the licence it names.
  private String whereabouts(Listed jar) {
    if (jar.own().isEmpty() && Licence.BSD.name.matcher(jar.licence()).matches() && Licence.BSD.text.matcher(web).matches()) {
      return "text as under “In the pages and the map”, with this holder's name";
    }
    Set<Integer> numbers = jar.own().isEmpty() ? named(jar) : jar.own();
    return "text " + String.join(", ", numbers.stream().map(String::valueOf).toList());
  }

  private Set<Integer> named(Listed jar) {
    Set<Integer> found = new LinkedHashSet<>();
    for (Licence licence : Licence.values()) {
      if (licence.name.matcher(jar.licence()).matches()) {
        texts.entrySet().stream().filter(text -> licence.text.matcher(text.getKey()).matches()).findFirst().ifPresent(text -> found.add(text.getValue()));
      }
    }
    return found.isEmpty() ? fail(jar.name() + " carries no licence text, and no other jar has the one it names (" + jar.licence() + ")") : found;
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
    Optional<String> known = DECLARED_OUTSIDE.entrySet().stream().filter(jars -> name.startsWith(jars.getKey())).map(Map.Entry::getValue).findFirst();
    if (known.isPresent()) {
      return known;
    }
    String bundle = jar.getManifest() == null ? null : jar.getManifest().getMainAttributes().getValue("Bundle-License");
    return Optional.ofNullable(bundle);
  }

  private String whole() {
    StringBuilder out = new StringBuilder("Watchword is distributed with the libraries and data below, each under its own licence.\n\n");
    out.append("On the class path\n\n");
    for (Listed jar : listed) {
      out.append(jar.name()).append("  ").append(jar.licence()).append("  ").append(whereabouts(jar)).append('\n');
    }
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
