package watchword.desk;

/// The desk's journal is older than what the desk published by it: somebody put an older copy in its place.
public final class OlderJournalException extends RuntimeException {

  OlderJournalException(String bundle) {
    super("the journal in the desk's folder is older than bundles/" + bundle + ", which was published by a newer one:"
        + " an older copy was put in its place, by a restored image or by somebody else. "
        + "Nothing was unlocked. Put the newest journal.db and key files back; where there are none, take this for a break-in: close the desk with the stop sheet");
  }
}
