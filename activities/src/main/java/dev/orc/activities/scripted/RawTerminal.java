package dev.orc.activities.scripted;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The pane's terminal: raw while the agent lives, as it was before afterwards. Writing is guarded
 * by the screen's owner; restoring is thread-safe.
 */
final class RawTerminal {
  private static final File TTY = new File("/dev/tty");

  private final FileInputStream in = new FileInputStream(FileDescriptor.in);
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
  private String before;

  /** Switches the terminal to raw and asks for bracketed pastes. */
  void open() throws IOException, InterruptedException {
    before = stty("-g");
    stty("raw", "-echo");
    Runtime.getRuntime().addShutdownHook(new Restoring());
    write("\u001b[?2004h");
  }

  InputStream in() {
    return in;
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String stty(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "stty";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectInput(TTY).redirectErrorStream(true);
    Process process = builder.start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    if (process.waitFor() != 0) {
      throw new IOException("stty " + arguments[0] + ": " + said);
    }
    return said;
  }

  /** Puts the terminal back; a pane that is gone needs nothing. */
  private final class Restoring extends Thread {
    @Override
    public void run() {
      try {
        write("\u001b[?2004l\r\n");
        stty(before);
      } catch (IOException paneIsGone) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
