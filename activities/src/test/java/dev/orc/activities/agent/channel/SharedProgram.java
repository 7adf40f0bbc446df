package dev.orc.activities.agent.channel;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** One life of a real program for all tests of a class; a test that fails leaves none behind. */
public final class SharedProgram<T extends RealProgram> implements TestWatcher, AfterAllCallback {
  private final Maker<T> maker;
  private T program;

  /** Makes the program, without a life. */
  @FunctionalInterface
  public interface Maker<T> {
    T make() throws IOException;
  }

  public SharedProgram(Maker<T> maker) {
    this.maker = maker;
  }

  /** The program, with nothing to do and nothing heard of it. */
  public T quiet() throws ChannelFailure, InterruptedException, IOException {
    if (program == null) {
      T made = maker.make();
      program = made;
      made.live();
    }
    program.ear().forget();
    program.model.forget();
    return program;
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    end();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end();
  }

  private void end() {
    T ending = program;
    program = null;
    if (ending != null) {
      try {
        ending.close();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
