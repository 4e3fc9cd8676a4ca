package watchword.core.statement;

/// What sort of claim a sentence makes; the first four may become evidence.
public enum Type {
  FACT,
  FIGURE,
  PLAN,
  FORECAST,
  JUDGEMENT,
  APPEAL,
  ACT;

  public boolean mayBeEvidence() {
    return compareTo(FORECAST) <= 0;
  }
}
