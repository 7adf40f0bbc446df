package dev.orc.activities.agent.check;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.HostFolders;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program behind {@code orc agents check} and {@code orc agents record}; the launcher starts
 * it. It needs no worker and no server.
 */
public final class AgentsMain {
  private static final int INTERRUPTED = 130;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  AgentsMain(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = stream(FileDescriptor.out);
    int exit = new AgentsMain(System.getenv(), out, stream(FileDescriptor.err)).run(arguments);
    out.flush();
    System.exit(exit);
  }

  /** Runs one command line; the result is the exit code. */
  int run(String... arguments) {
    try {
      return obey(CheckOrder.parse(List.of(arguments)));
    } catch (Refusal e) {
      return say(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return INTERRUPTED;
    }
  }

  private int obey(CheckOrder order) throws InterruptedException {
    HostFolders folders = HostFolders.of(environment);
    Driver driver = Drivers.load(folders).get(order.driver());
    if (order.sources().isEmpty()) {
      List<Told> told = new Rehearsal(driver, folders, order, out).run();
      if (order.json()) {
        out.println(Told.json(told));
      }
      return 0;
    }
    return files(order, driver);
  }

  private int files(CheckOrder order, Driver driver) {
    FileCheck check = new FileCheck(driver, order.at(), ZoneId.systemDefault());
    List<Told> told = new ArrayList<>();
    int exit = 0;
    for (CheckOrder.Source source : order.sources()) {
      try {
        told.add(check.read(source));
      } catch (Refusal unreadable) {
        exit = say(unreadable);
      }
    }
    if (order.json()) {
      out.println(Told.json(told));
    } else {
      told.forEach(one -> out.println(one.line()));
    }
    return exit;
  }

  private int say(Refusal refusal) {
    err.println("orc: " + refusal.getMessage() + ". Remedy: " + refusal.remedy());
    err.flush();
    return refusal.kind().exit();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
