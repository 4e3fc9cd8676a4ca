package watchword.core.statement;

/// A part of a text, in UTF-16 units.
record Stretch(int start, int end) {}
