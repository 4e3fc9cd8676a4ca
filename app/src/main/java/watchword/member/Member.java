package watchword.member;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import watchword.seal.Epoch;

/// One member as the desk knows them: a pseudonym, devices, lanes, a role, and since when.
///
/// @param lanes of 0 to 7, in ascending order
/// @param joined the day of admission; a new device does not change it
public record Member(Pseudonym pseudonym, Role role, Set<Integer> lanes, Epoch joined, List<Device> devices) {

  public Member {
    lanes = Lanes.copy(lanes);
    devices = List.copyOf(devices);
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("a member has a device");
    }
  }

  Member with(Device device) {
    return new Member(pseudonym, role, lanes, joined, Stream.concat(devices.stream(), Stream.of(device)).toList());
  }
}
