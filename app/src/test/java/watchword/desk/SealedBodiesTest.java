package watchword.desk;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SealedBodiesTest extends BodiesContract {

  @TempDir Path folder;

  private Optional<Cabinet> cabinet = Optional.empty();

  @Override
  Bodies open() throws Exception {
    cabinet = Optional.of(new Cabinet(folder));
    return cabinet.get().bodies();
  }

  @Override
  void shut() throws Exception {
    cabinet.orElseThrow().close();
  }
}
