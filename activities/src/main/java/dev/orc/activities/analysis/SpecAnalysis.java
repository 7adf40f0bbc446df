package dev.orc.activities.analysis;

import dev.orc.activities.config.AnalysisSettings;
import dev.orc.activities.config.Config;
import dev.orc.activities.driver.Driver;
import dev.orc.activities.driver.Drivers;
import dev.orc.activities.spec.SpecDocument;
import dev.orc.activities.text.CleanText;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.TeamPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets an agent program plan a team, or review one. It is asked without a terminal, some times at
 * most; where no answer can be used, the plan that was there stays, and says why. Immutable; what
 * is asked takes as long as the program thinks.
 */
public final class SpecAnalysis {
  private static final int SHOWN = 200;

  private final Drivers drivers;
  private final HostFolders folders;
  private final Map<String, String> environment;
  private final AnalysisSettings settings;
  private final Casting casting;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param config the environment of agents, and how long one may think
   * @param casting what may be chosen from for this project
   */
  public SpecAnalysis(Drivers drivers, HostFolders folders, Config config, Casting casting) {
    this.drivers = drivers;
    this.folders = folders;
    this.environment = config.environment();
    this.settings = config.analysis();
    this.casting = casting;
  }

  /**
   * The plan that the program makes of the spec and the project.
   *
   * @param deterministic the plan without it, which is the answer when the program gives none
   * @param driver the program's
   */
  public TeamPlan analyzed(TeamPlan deterministic, SpecDocument spec, Path root, String driver) {
    return planned(Task.ANALYZE, deterministic, spec, TreeSummary.of(root), driver);
  }

  /** The plan as the program would have it; the same plan when it says nothing of use. */
  public TeamPlan refined(TeamPlan plan, SpecDocument spec, String driver) {
    return planned(Task.REFINE, plan, spec, "They are not looked at here.", driver);
  }

  private TeamPlan planned(
      Task task, TeamPlan before, SpecDocument spec, String tree, String name) {
    Driver driver = drivers.get(name);
    Optional<String> unusable = driver.unusable();
    if (unusable.isPresent()) {
      return unplanned(before, task, name, unusable.get());
    }
    Asked asked = Asked.of(before, casting.wish());
    try {
      return tried(
          task, before, asked, new Prompt(task, casting, before, asked, spec, tree), driver);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unplanned(before, task, name, "it was interrupted");
    }
  }

  private TeamPlan tried(Task task, TeamPlan before, Asked asked, Prompt prompt, Driver driver)
      throws InterruptedException {
    HeadlessAgent agent = new HeadlessAgent(driver, folders, environment, settings.within());
    Secrets secrets = Secrets.of(System.getenv(), environment);
    TryLog log = new TryLog(folders, casting.project(), secrets);
    List<String> faults = List.of();
    int number = 0;
    boolean hopeless = false;
    while (number < settings.tries() && !hopeless) {
      number++;
      String text = prompt.text(number, settings.tries(), faults);
      long began = System.nanoTime();
      Said said = agent.ask(casting.project(), text);
      Checked checked = checked(said, asked);
      long millis = (System.nanoTime() - began) / 1_000_000;
      log.keep(
          clock.instant(), task, driver.name(), number, text, millis, said.text(), checked.faults);
      if (checked.answer != null) {
        return Answered.plan(before, checked.answer, casting, task, how(task, driver, number));
      }
      faults = checked.faults;
      hopeless = said.hopeless();
    }
    String last = secrets.covered(faults.get(0));
    String why = number == 1 ? last : number + " tries failed, the last: " + last;
    return unplanned(before, task, driver.name(), why);
  }

  /** Either an answer or faults. */
  private record Checked(Answer answer, List<String> faults) {}

  private Checked checked(Said said, Asked asked) {
    if (said.fault() != null) {
      return new Checked(null, List.of(said.fault()));
    }
    try {
      return new Checked(AnswerCheck.read(said.text(), casting, asked), List.of());
    } catch (Unfit unfit) {
      return new Checked(null, unfit.faults());
    }
  }

  private static String how(Task task, Driver driver, int number) {
    String tries = number == 1 ? "" : ", in try " + number;
    return task.noun() + " by " + driver.name() + tries;
  }

  private static TeamPlan unplanned(TeamPlan before, Task task, String driver, String why) {
    List<String> notes = new ArrayList<>(before.notes());
    notes.add(
        "the " + task.noun() + " by " + driver + " was not used: " + CleanText.oneLine(why, SHOWN));
    return new TeamPlan(
        before.type(),
        before.confidence(),
        before.typeReasons(),
        before.size(),
        before.sizeReason(),
        before.plan(),
        before.most(),
        before.source(),
        before.choices(),
        notes,
        before.team());
  }
}
