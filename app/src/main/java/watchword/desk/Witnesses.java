package watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchword.journal.BrokenJournalException;
import watchword.journal.Journal;
import watchword.journal.Keyring;
import watchword.member.Head;
import watchword.member.MemberKey;
import watchword.seal.FormatException;
import watchword.seal.RootPublic;
import watchword.seal.SignedBundle;

/// The bundles that stand in a desk's folder as witnesses of its journal: each commits to a head that the journal must still have.
///
/// Who puts back an older journal, and older key files with it, has to take away the bundles issued since, which readers' pages and the hub have too.
record Witnesses(DeskFolder folder, Journal journal, RootPublic root) {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.bin");

  /// Refuses a journal that is older than a bundle, or another.
  ///
  /// @throws OlderJournalException that says which bundle, and what to do
  void requireNoneNewer(MemberKey member) {
    try (Keyring keyring = journal.unlock(member)) {
      for (Path file : bundles()) {
        valid(DeskFolder.bytes(file)).ifPresent(bundle -> require(bundle, file, keyring));
      }
    }
  }

  private void require(SignedBundle bundle, Path file, Keyring keyring) {
    String name = String.valueOf(file.getFileName());
    Head head = Shares.committed(bundle.claimed().term().first(), bundle.claimed().journalHead(), keyring).orElseThrow(() -> new OlderJournalException(name));
    try {
      journal.requireNotOlder(head);
    } catch (BrokenJournalException e) {
      throw new OlderJournalException(name);
    }
  }

  /// What is not the root's, or damaged, is no witness.
  private Optional<SignedBundle> valid(byte[] bytes) {
    try {
      SignedBundle bundle = SignedBundle.parse(bytes);
      boolean signed = bundle.check(root, bundle.claimed().term().first().begin()) instanceof SignedBundle.Valid;
      return signed ? Optional.of(bundle) : Optional.empty();
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  private List<Path> bundles() {
    try (Stream<Path> files = Files.list(folder.bundles())) {
      return files.filter(file -> DAY.matcher(String.valueOf(file.getFileName())).matches()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the bundles", e);
    }
  }
}
