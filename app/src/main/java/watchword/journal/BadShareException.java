package watchword.journal;

import watchword.seal.FormatException;

/// A share that the desk did not make for its name and holder: someone wrote to the disk.
public final class BadShareException extends RuntimeException {

  BadShareException(String name, FormatException cause) {
    super("the share of " + name + " is not the desk's", cause);
  }
}
