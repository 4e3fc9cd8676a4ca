package watchword.board;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// Writes the sample night into a folder, to be looked at: `SampleBoard HOME ASSETS`.
public final class SampleBoard {

  private SampleBoard() {}

  public static void main(String[] args) throws IOException {
    Lorne.BoardKey key = Lorne.BoardKey.generate();
    Board board = new Board(Path.of(args[0]), Assets.of(Path.of(args[1])), key.key(), key.signer(), InstantSource.system());
    System.out.println(board.publish(Lorne.night().board()));
  }
}
