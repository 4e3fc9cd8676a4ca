package watchword.board;

import java.time.Instant;
import java.util.List;

/// What checking a copy of a board came to.
public sealed interface BoardVerdict {

  /// Signed, and every file as it was signed. Whether it is too old is for the caller, who has a clock.
  record Whole(String desk, String root, long serial, Instant published, Instant expires, int files) implements BoardVerdict {}

  /// Everything that is wrong, by path.
  record Broken(List<Fault> faults) implements BoardVerdict {
    public Broken {
      faults = List.copyOf(faults);
    }
  }

  /// One thing that is wrong, as a sentence.
  sealed interface Fault {
    String sentence();

    record Missing(String path) implements Fault {
      @Override
      public String sentence() {
        return path + " is missing";
      }
    }

    record Changed(String path) implements Fault {
      @Override
      public String sentence() {
        return path + " is not the file that was signed";
      }
    }

    record ChangedTwin(String path) implements Fault {
      @Override
      public String sentence() {
        return path + " is not the file that was signed in its packed form (.gz), which browsers ask for";
      }
    }

    record Extra(String path) implements Fault {
      @Override
      public String sentence() {
        return path + " does not belong to this board";
      }
    }

    record BadSignature() implements Fault {
      @Override
      public String sentence() {
        return "the manifest is not signed by this key";
      }
    }

    record BadManifest(String reason) implements Fault {
      @Override
      public String sentence() {
        return reason;
      }
    }
  }
}
