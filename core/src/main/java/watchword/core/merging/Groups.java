package watchword.core.merging;

/// Sets of numbered things that are joined two by two (union-find); the smallest number names its set.
final class Groups {

  private final int[] parent;

  Groups(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  int find(int i) {
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }

  void join(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
}
