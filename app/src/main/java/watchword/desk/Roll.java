package watchword.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import watchword.member.Device;
import watchword.member.Member;
import watchword.member.Members;
import watchword.member.Suspension;
import watchword.seal.VerifyKey;

/// Who the members are, and from which entry on each of their devices reads.
///
/// @param since by a device's signing key: the entry that admitted it
record Roll(Members members, Map<VerifyKey, Long> since) {

  Roll {
    since = Map.copyOf(since);
  }

  /// Returns the roll after the entry that changed the directory.
  Roll with(Members next, long sequence) {
    Map<VerifyKey, Long> kept = new LinkedHashMap<>();
    for (Member member : Stream.concat(next.list().stream(), next.suspended().stream().map(Suspension::member)).toList()) {
      for (Device device : member.devices()) {
        kept.put(device.signing(), since.getOrDefault(device.signing(), sequence));
      }
    }
    return new Roll(next, kept);
  }

  long since(VerifyKey device) {
    return since.getOrDefault(device, Long.MAX_VALUE);
  }

  /// Says whether no other device reads from further back.
  boolean eldest(VerifyKey device) {
    return since.values().stream().noneMatch(other -> other < since(device));
  }
}
