package watchword.core.count;

import watchword.core.kind.Kind;

/// What is counted and where: a kind of happening in an area.
///
/// @param area by its name; empty for reports that tell no place
public record KindInArea(Kind kind, String area) {}
