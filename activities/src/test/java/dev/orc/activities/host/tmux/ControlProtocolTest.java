package dev.orc.activities.host.tmux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlProtocolTest {
  private final List<String> heard = new ArrayList<>();
  private final ControlProtocol protocol = new ControlProtocol(new Heard());

  @Test
  void theBlockThatNobodyAskedForIsSkipped() {
    read("%begin 10 1 0", "%end 10 1 0", "%session-changed $0 hub", "%begin 10 2 1", "%end 10 2 1");
    assertThat(heard).containsExactly("%session-changed $0 hub", "true []");
  }

  @Test
  void onlyTheSameTimeAndNumberEndABlock() {
    read(
        "%begin 10 2 1",
        "%end 10 1 1", "%error 9 2 1", "%exit", "", "%begin 10 3 1", "%end 10 2 1");
    assertThat(heard).containsExactly("true [%end 10 1 1, %error 9 2 1, %exit, , %begin 10 3 1]");
  }

  @Test
  void anErrorIsAReplyToo() {
    read("%begin 10 2 1", "can't find pane: %9", "%error 10 2 1");
    assertThat(heard).containsExactly("false [can't find pane: %9]");
  }

  @Test
  void whatBelongsNowhereIsToldAsSuch() {
    read("%begin 10 2 1", "%end 10 2 1", "rest of a screen", "%exit");
    assertThat(heard).containsExactly("true []", "garbled", "exit");
  }

  private void read(String... lines) {
    List.of(lines).forEach(protocol::line);
  }

  private final class Heard implements ControlProtocol.Sink {
    @Override
    public void reply(boolean ok, List<String> lines) {
      heard.add(ok + " " + lines);
    }

    @Override
    public void notification(String line) {
      heard.add(line);
    }

    @Override
    public void exit() {
      heard.add("exit");
    }

    @Override
    public void garbled(String line) {
      heard.add("garbled");
    }
  }
}
