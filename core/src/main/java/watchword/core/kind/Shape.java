package watchword.core.kind;

/// Whether a kind happens (an explosion) or lasts (a camp).
public enum Shape {
  EVENT,
  STATE
}
