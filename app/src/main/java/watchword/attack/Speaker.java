package watchword.attack;

/// One of the sources who keep their name.
///
/// @param activity how often they report, against the others
/// @param hit how often they say so of what is so
/// @param slip how often they say so of what is not
record Speaker(String name, int activity, double hit, double slip) {}
