package watchword.console;

import watchword.core.bulletin.Status;
import watchword.core.incident.IncidentId;

/// What a member chose and wrote for a publication that was not taken, so that nobody types it twice.
record Draft(IncidentId incident, Status status, String note) {}
