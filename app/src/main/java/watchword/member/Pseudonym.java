package watchword.member;

/// The name a member goes by at the desk, never a person's own.
///
/// One spelling each: 2 to 24 lower-case Latin letters, digits and inner hyphens, so that two cannot look alike.
public record Pseudonym(String name) {

  public Pseudonym {
    if (!name.matches("[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])") || name.contains("--")) {
      throw new IllegalArgumentException("a pseudonym is 2 to 24 of a-z, 0-9 and inner hyphens");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
