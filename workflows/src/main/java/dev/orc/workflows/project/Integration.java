package dev.orc.workflows.project;

import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.entity.Part;
import dev.orc.workflows.entity.Trouble;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Trace;
import dev.orc.workflows.model.Worktree;
import dev.orc.workflows.model.WorktreeState;
import dev.orc.workflows.policy.CompletionEvidence;
import dev.orc.workflows.policy.IntegrationRules;
import dev.orc.workflows.policy.MergeOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * From the claim that the work is complete to its end: the evidence is looked at, the branches are
 * merged and proven; whatever is missing goes back as a message.
 */
final class Integration implements Part {
  private static final String KEY = "integrate";
  private static final String FAILING = "integration-fails";

  private final ProjectContext desk;
  private final Supervision supervision;
  private final ProjectLifecycle course;
  private final Setbacks setbacks;
  private final Reviewing reviewing;

  Integration(ProjectContext desk, Supervision supervision, Reviewing reviewing) {
    this.desk = desk;
    this.supervision = supervision;
    this.course = desk.course();
    this.setbacks = desk.state().setbacks();
    this.reviewing = reviewing;
  }

  @Override
  public void act(Instant now) {
    if (!desk.errands().accepting() || desk.errands().open(KEY) || reviewing.waiting()) {
      return;
    }
    boolean claimed =
        course.phase() == Phase.WORKING && course.claim() != null && !makingWorktrees();
    if (claimed && !desk.settings().integrate() && !reviewing.wanted()) {
      leaveBranches();
    } else if (claimed) {
      inspect();
    } else if (course.phase() == Phase.INTEGRATING) {
      integrate();
    }
  }

  private void leaveBranches() {
    desk.enter(EntryKind.GIT, null, "the branches are left as they are");
    course.complete(course.claim().reason());
  }

  private boolean makingWorktrees() {
    return desk.changes().has(Change.MAKES_WORKTREES_AGAIN)
        && desk.roster().agents().stream()
            .anyMatch(agent -> agent.wantsWorktree() && Groundwork.makesFor(agent.life()));
  }

  private void inspect() {
    desk.state().needs().settleAll("integration/");
    InspectOrder order = new InspectOrder(desk.project(), course.repository(), worktrees());
    desk.errands()
        .<List<WorktreeState>>start(
            KEY,
            () -> desk.host().inspect(order),
            (states, trouble) -> {
              if (trouble == null) {
                looked(states);
              } else {
                backToWork(trouble);
              }
            });
  }

  private void looked(List<WorktreeState> states) {
    if (makesAgain(states)) {
      return;
    }
    setbacks.looked(states);
    if (IntegrationRules.tries(setbacks.inARow(), setbacks.newCommits(), claimedByPerson())) {
      desk.settleNeed(FAILING);
      judge(states);
      return;
    }
    backToWork("not integrated again: the same work failed " + setbacks.inARow() + " times");
    if (setbacks.tellLead()) {
      String text = Wording.notAgain(desk.project(), setbacks.inARow());
      desk.tellLead(MessageKind.WARNING, "integration/again/" + desk.mark(), text);
    }
  }

  /** Worktrees that are gone are made again before anything is judged; once for a claim. */
  private boolean makesAgain(List<WorktreeState> states) {
    List<Agent> gone =
        states.stream()
            .filter(state -> !state.present())
            .flatMap(state -> desk.roster().find(state.role()).stream())
            .toList();
    if (gone.isEmpty()
        || !desk.changes().has(Change.MAKES_WORKTREES_AGAIN)
        || !setbacks.makeAgain()) {
      return false;
    }
    gone.forEach(
        agent -> {
          agent.doubtWorktree();
          desk.enter(EntryKind.GIT, agent.name(), "its worktree is gone and is made again");
          desk.tell(
              MessageKind.GIT,
              "worktree/" + agent.name() + "/" + desk.mark(),
              agent.name(),
              Wording.madeAgain());
        });
    return true;
  }

  private boolean claimedByPerson() {
    ProjectLifecycle.Claim claim = course.claim();
    boolean somebody = claim != null && claim.by() != null;
    return somebody && desk.roster().find(claim.by()).isEmpty();
  }

  private void judge(List<WorktreeState> states) {
    Map<String, List<String>> missing =
        CompletionEvidence.missing(states, desk.state().authorizations().all());
    List<String> all = new ArrayList<>(CompletionEvidence.unstarted(desk.roster().unstarted()));
    if (missing.isEmpty() && all.isEmpty()) {
      review(states);
      return;
    }
    missing.forEach((role, lines) -> all.add(role + ": " + String.join("; ", lines)));
    missing.forEach((role, lines) -> sendBack(role, "evidence", Wording.missingOwn(lines)));
    backToWork(new Trace.Incomplete(all));
    desk.tellLead(MessageKind.WARNING, "evidence/all/" + desk.mark(), Wording.missingAll(all));
  }

  private void review(List<WorktreeState> states) {
    switch (reviewing.judge(states, claimedByPerson())) {
      case WAITS -> desk.bell().ring();
      case UNCHANGED -> {
        backToWork("not reviewed again: it is what was refused");
        reviewing.tellUnchanged();
      }
      case GOES_ON -> {
        if (desk.settings().integrate()) {
          desk.enter(Phase.INTEGRATING, course.claim() == null ? null : course.claim().reason());
        } else {
          leaveBranches();
        }
      }
    }
  }

  /** A person does not approve what was claimed. */
  void refused() {
    backToWork("a person has reviewed it and wants it changed");
  }

  private void integrate() {
    IntegrationOrder order =
        new IntegrationOrder(
            desk.project(),
            course.repository(),
            course.integrations() + 1,
            worktrees(),
            desk.input().spec().verify(),
            reviewing.approved());
    desk.errands()
        .<RepositoryActivities.Integration>start(
            KEY,
            () -> desk.host().integrate(order),
            (result, trouble) -> {
              if (trouble == null) {
                integrated(result);
              } else {
                backToWork(trouble);
              }
            });
  }

  private void integrated(RepositoryActivities.Integration result) {
    course.integrated(result.moved() ? result.head() : null);
    result.faults().forEach(this::tellOwner);
    if (!result.conflicts().isEmpty()) {
      conflicts(result.conflicts());
    } else if (result.failedCommand() != null) {
      verificationFailed(result);
    } else if (!result.faults().isEmpty()) {
      withoutTheFaulty(result);
    } else {
      String merged = String.join(", ", result.merged());
      desk.enter(EntryKind.GIT, null, merged.isEmpty() ? "nothing to merge" : "merged " + merged);
      course.complete(course.claim() == null ? "complete" : course.claim().reason());
    }
  }

  /** It is final, so its owner hears of it at once. */
  private void tellOwner(Fault fault) {
    desk.enter(EntryKind.GIT, fault.role(), fault.what());
    sendBack(fault.role(), "git-fault", Wording.gitFault(fault));
  }

  /** The others' work is in; the whole is not complete. */
  private void withoutTheFaulty(RepositoryActivities.Integration result) {
    List<String> all =
        result.faults().stream().map(fault -> fault.role() + ": " + fault.what()).toList();
    String merged = String.join(", ", result.merged());
    backToWork((merged.isEmpty() ? "" : "merged " + merged + "; ") + String.join("; ", all));
    desk.tellLead(MessageKind.GIT, "git-fault/all/" + desk.mark(), Wording.missingAll(all));
    failed(null, all.get(0));
  }

  private void conflicts(List<Conflict> conflicts) {
    String target = course.repository().branch();
    List<String> all = new ArrayList<>();
    for (Conflict conflict : conflicts) {
      String files = String.join(", ", conflict.files());
      all.add(conflict.role() + " does not merge: " + files);
      String text = Wording.conflict(conflict.branch(), conflict.files(), target);
      sendBack(conflict.role(), "conflict", text);
    }
    backToWork(new Trace.Conflicts(all));
    desk.tellLead(MessageKind.GIT, "conflict/all/" + desk.mark(), Wording.missingAll(all));
    failed(FailureKind.CONFLICT, "conflicts");
  }

  private void verificationFailed(RepositoryActivities.Integration result) {
    String output = result.failedOutput() == null ? "" : result.failedOutput();
    String text = Wording.verificationFailed(result.failedCommand(), output);
    backToWork(new Trace.VerificationFailed(result.failedCommand()));
    String id = "verification/" + course.integrations();
    if (desk.roster().lead().isPresent()) {
      desk.tellLead(MessageKind.WARNING, id, text);
    } else {
      desk.roster().agents().forEach(agent -> sendBack(agent.name(), "verification", text));
    }
    failed(FailureKind.VERIFICATION, "the verification fails: " + result.failedCommand());
  }

  private void failed(FailureKind by, String why) {
    setbacks.failed(by);
    if (IntegrationRules.needsPerson(setbacks.inARow())) {
      desk.need(
          FAILING,
          null,
          "the same work could not be integrated "
              + setbacks.inARow()
              + " times in a row ("
              + why
              + "); it waits for new commits",
          "find the cause, then: orc finish " + desk.project());
    }
  }

  private void sendBack(String role, String about, String text) {
    desk.roster()
        .find(role)
        .ifPresent(
            agent -> {
              agent.done(false);
              supervision.recall(agent);
            });
    desk.tell(MessageKind.GIT, about + "/" + role + "/" + desk.mark(), role, text);
  }

  private void backToWork(Trouble trouble) {
    if (!trouble.canceled()) {
      backToWork(trouble.what());
      String remedy = trouble.remedy() == null ? "orc finish again" : trouble.remedy();
      String what = "the work can not be integrated: " + trouble.what();
      desk.need("integration/" + desk.mark(), null, what, remedy);
      failed(null, trouble.what());
    }
  }

  private void backToWork(Trace why) {
    dropClaim();
    if (course.phase() == Phase.WORKING) {
      desk.enter(EntryKind.GIT, null, why);
    } else {
      desk.enter(Phase.WORKING, why);
    }
  }

  private void backToWork(String why) {
    dropClaim();
    if (course.phase() == Phase.WORKING) {
      desk.enter(EntryKind.GIT, null, why);
    } else {
      desk.enter(Phase.WORKING, why);
    }
  }

  private void dropClaim() {
    course.dropClaim();
    desk.roster().lead().ifPresent(lead -> lead.done(false));
  }

  private List<Worktree> worktrees() {
    return MergeOrder.of(desk.roster().team()).stream()
        .map(role -> desk.roster().find(role).orElseThrow().worktree())
        .filter(Objects::nonNull)
        .toList();
  }
}
