package dev.orc.activities.plan.analysis;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Driver.HeadlessOrder;
import dev.orc.activities.agent.driver.Driver.HeadlessStart;
import dev.orc.activities.host.session.AgentVariables;
import dev.orc.base.process.Ended;
import dev.orc.base.process.ProgramRun;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks an agent program one question without a terminal: in an empty folder, with an agent's
 * environment but without the variables that would make it one, ended with its whole family when
 * its time is over. Immutable.
 */
final class HeadlessAgent {
  private static final int KEPT_BYTES = 1024 * 1024;
  private static final int SHOWN = 200;

  private final Driver driver;
  private final HostFolders folders;
  private final Map<String, String> environment;
  private final Duration within;

  HeadlessAgent(
      Driver driver, HostFolders folders, Map<String, String> environment, Duration within) {
    this.driver = driver;
    this.folders = folders;
    this.environment = environment;
    this.within = within;
  }

  Said ask(String project, String prompt) throws InterruptedException {
    try (EmptyFolder empty = EmptyFolder.in(folders.cache().resolve("headless"))) {
      Optional<HeadlessStart> start =
          driver.headless(new HeadlessOrder(project, empty.path(), folders.state(), prompt));
      return start.isPresent()
          ? said(run(start.get(), empty.path()))
          : Said.hopeless("the driver " + driver.name() + " has no part 'headless'");
    } catch (UncheckedIOException notStarted) {
      return Said.hopeless(CleanText.oneLine(notStarted.getMessage(), SHOWN));
    } catch (IOException e) {
      throw new UncheckedIOException("the folder to think in can not be made", e);
    }
  }

  private Ended run(HeadlessStart start, Path folder) throws InterruptedException {
    return ProgramRun.of(start.command())
        .in(folder)
        .without(AgentVariables::isOne)
        .with(start.environment())
        .with(environment)
        .reading(start.input())
        .within(within)
        .keepingEnds(KEPT_BYTES)
        .run(() -> {});
  }

  private Said said(Ended ended) {
    if (ended.timedOut()) {
      return Said.failed(ended.out(), "it did not answer within " + words(within));
    }
    if (!ended.well()) {
      String words = driver.headlessAnswer(ended.out()).orElseGet(ended::firstLine);
      String line = CleanText.oneLine(words, SHOWN);
      return Said.failed(ended.out(), "it ended with " + ended.exit() + ": " + line);
    }
    return driver
        .headlessAnswer(ended.out())
        .map(Said::answer)
        .orElseGet(() -> Said.failed(ended.out(), "it gave no answer"));
  }

  private static String words(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
