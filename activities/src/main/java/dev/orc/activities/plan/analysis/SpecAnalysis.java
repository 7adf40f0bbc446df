package dev.orc.activities.plan.analysis;

import dev.orc.activities.agent.driver.Driver;
import dev.orc.activities.agent.driver.Drivers;
import dev.orc.activities.plan.config.AnalysisSettings;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.base.text.CleanText;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.TeamPlan;
import java.nio.file.Path;
import java.time.Clock;
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
  private final TeamChoices choices;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param config the environment of agents, and how long one may think
   * @param choices what may be chosen from for this project
   */
  public SpecAnalysis(Drivers drivers, HostFolders folders, Config config, TeamChoices choices) {
    this.drivers = drivers;
    this.folders = folders;
    this.environment = config.environment();
    this.settings = config.analysis();
    this.choices = choices;
  }

  /**
   * The plan that the program makes of the spec and the project.
   *
   * @param deterministic the plan without it, which is the answer when the program gives none
   * @param driver the program's
   */
  public TeamPlan analyzed(TeamPlan deterministic, SpecDocument spec, Path root, String driver) {
    return planned(Task.ANALYZE, deterministic, Optional.of(spec), TreeSummary.of(root), driver);
  }

  /**
   * The plan as the program would have it; the same plan when it says nothing of use.
   *
   * @param spec empty where the project's files are all there is to go by
   */
  public TeamPlan refined(TeamPlan plan, Optional<SpecDocument> spec, Path root, String driver) {
    return planned(Task.REFINE, plan, spec, TreeSummary.of(root), driver);
  }

  /** A review without any program: what the planner itself would take, as an answer. */
  public static TeamPlan mocked(TeamPlan before, TeamPlan planners, TeamChoices choices) {
    return Answered.plan(
        before, PlanAnswer.of(planners), choices, Task.REFINE, "review by the planner (a mock)");
  }

  private TeamPlan planned(
      Task task, TeamPlan before, Optional<SpecDocument> spec, String tree, String name) {
    Driver driver = drivers.get(name);
    Optional<String> unusable = driver.unusable();
    if (unusable.isPresent()) {
      return unplanned(before, task, name, unusable.get());
    }
    PlanConditions asked = PlanConditions.of(before, choices.wish(), task);
    try {
      return tried(
          task, before, asked, new PlanPrompt(task, choices, before, asked, spec, tree), driver);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unplanned(before, task, name, "it was interrupted");
    }
  }

  private TeamPlan tried(
      Task task, TeamPlan before, PlanConditions asked, PlanPrompt prompt, Driver driver)
      throws InterruptedException {
    HeadlessAgent agent = new HeadlessAgent(driver, folders, environment, settings.within());
    Secrets secrets = Secrets.of(System.getenv(), environment);
    TryLog log = new TryLog(folders, choices.project(), secrets);
    List<String> faults = List.of();
    int number = 0;
    boolean hopeless = false;
    while (number < settings.tries() && !hopeless) {
      number++;
      String text = prompt.text(number, settings.tries(), faults);
      long began = System.nanoTime();
      Said said = agent.ask(choices.project(), text);
      Checked checked = checked(said, asked, task);
      long millis = (System.nanoTime() - began) / 1_000_000;
      log.keep(
          clock.instant(), task, driver.name(), number, text, millis, said.text(), checked.faults);
      if (checked.answer != null) {
        return Answered.plan(before, checked.answer, choices, task, how(task, driver, number));
      }
      faults = checked.faults;
      hopeless = said.hopeless();
    }
    String last = secrets.covered(faults.get(0));
    String why = number == 1 ? last : number + " tries failed, the last: " + last;
    return unplanned(before, task, driver.name(), why);
  }

  /** Either an answer or faults. */
  private record Checked(PlanAnswer answer, List<String> faults) {}

  private Checked checked(Said said, PlanConditions asked, Task task) {
    if (said.fault() != null) {
      return new Checked(null, List.of(said.fault()));
    }
    try {
      return new Checked(AnswerCheck.read(said.text(), choices, asked, task), List.of());
    } catch (Unfit unfit) {
      return new Checked(null, unfit.faults());
    }
  }

  private static String how(Task task, Driver driver, int number) {
    String tries = number == 1 ? "" : ", in try " + number;
    return task.noun() + " by " + driver.name() + tries;
  }

  private static TeamPlan unplanned(TeamPlan before, Task task, String driver, String why) {
    return before.withNote(
        "the " + task.noun() + " by " + driver + " was not used: " + CleanText.oneLine(why, SHOWN));
  }
}
