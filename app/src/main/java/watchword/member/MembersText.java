package watchword.member;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.VerifyKey;

/// The directory's text form (spec/journal.md, "Members").
final class MembersText {
  private static final String TITLE = "watchword.members/1";
  private static final String WHAT = "members";

  private MembersText() {}

  static byte[] write(Members members) {
    StringBuilder text = new StringBuilder(TITLE).append('\n');
    text.append("admissions ").append(members.admissions()).append('\n');
    members.spent().stream().map(Bytes::toString).sorted().forEach(id -> text.append("spent ").append(id).append('\n'));
    members.list().forEach(member -> write(member, text));
    for (Suspension suspension : members.suspended()) {
      text.append("suspended ").append(suspension.since()).append(' ').append(suspension.by()).append('\n');
      write(suspension.member(), text);
    }
    return Lines.ascii(text);
  }

  private static void write(Member member, StringBuilder text) {
    text.append("member ").append(member.pseudonym())
        .append(' ').append(Invitation.spelling(member.role()))
        .append(' ').append(Lanes.write(member.lanes()))
        .append(' ').append(member.joined().day()).append('\n');
    for (Device device : member.devices()) {
      text.append("device ").append(device.signing().raw())
          .append(' ').append(Lines.spelling(device.sealing())).append('\n');
    }
  }

  static Members read(byte[] text) throws FormatException {
    Lines lines = Lines.read(text, TITLE, WHAT);
    int admissions = Math.toIntExact(Math.min(Integer.MAX_VALUE, lines.number(lines.take("admissions"))));
    Set<Bytes> spent = new HashSet<>();
    while (lines.has("spent")) {
      spent.add(lines.takeHex("spent", 16));
    }
    List<Member> list = new ArrayList<>();
    while (lines.has("member")) {
      list.add(member(lines));
    }
    List<Suspension> suspended = new ArrayList<>();
    while (lines.has("suspended")) {
      suspended.add(suspension(lines));
    }
    lines.end();
    try {
      Members members = new Members(list, suspended, spent, admissions);
      if (!Arrays.equals(members.write(), text)) {
        throw new FormatException(WHAT + ": not the one spelling of its values");
      }
      return members;
    } catch (IllegalArgumentException e) {
      throw new FormatException(WHAT + ": " + e.getMessage());
    }
  }

  private static Suspension suspension(Lines lines) throws FormatException {
    String[] fields = lines.take("suspended").split(" ", -1);
    if (fields.length != 2) {
      throw new FormatException(WHAT + ": a suspension has " + fields.length + " fields, not 2");
    }
    return new Suspension(member(lines), lines.minute(fields[0]), lines.pseudonym(fields[1]));
  }

  private static Member member(Lines lines) throws FormatException {
    String[] fields = lines.take("member").split(" ", -1);
    if (fields.length != 4) {
      throw new FormatException(WHAT + ": a member has " + fields.length + " fields, not 4");
    }
    Pseudonym pseudonym = lines.pseudonym(fields[0]);
    Role role = role(fields[1]);
    Set<Integer> lanes = Lanes.read(fields[2]);
    long joined = lines.number(fields[3]);
    List<Device> devices = new ArrayList<>();
    while (lines.has("device")) {
      String[] keys = lines.take("device").split(" ", -1);
      if (keys.length != 2) {
        throw new FormatException(WHAT + ": a device has " + keys.length + " keys, not 2");
      }
      devices.add(new Device(lines.publicKey(keys[1]), new VerifyKey(lines.hex(keys[0], VerifyKey.LENGTH))));
    }
    try {
      return new Member(pseudonym, role, lanes, new Epoch(Math.toIntExact(joined)), devices);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new FormatException(WHAT + ": " + e.getMessage());
    }
  }

  private static Role role(String spelling) throws FormatException {
    for (Role role : Role.values()) {
      if (Invitation.spelling(role).equals(spelling)) {
        return role;
      }
    }
    throw new FormatException(WHAT + ": a role is neither editor nor reader");
  }
}
