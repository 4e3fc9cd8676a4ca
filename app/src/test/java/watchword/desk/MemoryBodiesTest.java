package watchword.desk;

class MemoryBodiesTest extends BodiesContract {

  @Override
  Bodies open() {
    return new MemoryBodies();
  }

  @Override
  void shut() {}
}
