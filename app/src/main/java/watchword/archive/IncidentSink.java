package watchword.archive;

import java.io.IOException;

/// Takes incidents as they leave the merge, in the order of their first reports.
@FunctionalInterface
public interface IncidentSink {

  void take(ArchivedIncident incident) throws IOException;
}
