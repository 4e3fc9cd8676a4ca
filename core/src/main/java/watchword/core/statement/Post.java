package watchword.core.statement;

import java.util.Optional;

/// A post that a text is made of, as its export tells; it goes on to where the next begins.
///
/// @param start its first char in the text, in UTF-16 units
/// @param outlet the channel whose post it is; empty in a chat of persons, whose names are not asked for
/// @param forwarded whether somebody else wrote it; who, is not asked: it may be a person
public record Post(int start, Optional<String> outlet, boolean forwarded) {}
