package dev.orc.workflows.project;

import dev.orc.workflows.activities.RepositoryActivities;
import dev.orc.workflows.activities.RepositoryActivities.Conflict;
import dev.orc.workflows.activities.RepositoryActivities.Fault;
import dev.orc.workflows.activities.RepositoryActivities.InspectOrder;
import dev.orc.workflows.activities.RepositoryActivities.IntegrationOrder;
import dev.orc.workflows.entity.Reconciler;
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
final class Integration implements Reconciler {
  private static final String KEY = "integrate";
  private static final String FAILING = "integration-fails";

  private final ProjectContext context;
  private final Supervision supervision;
  private final ProjectLifecycle lifecycle;
  private final Setbacks setbacks;
  private final Reviewing reviewing;

  Integration(ProjectContext context, Supervision supervision, Reviewing reviewing) {
    this.context = context;
    this.supervision = supervision;
    this.lifecycle = context.lifecycle();
    this.setbacks = context.state().setbacks();
    this.reviewing = reviewing;
  }

  @Override
  public void act(Instant now) {
    if (!context.pending().accepting() || context.pending().open(KEY) || reviewing.waiting()) {
      return;
    }
    boolean claimed =
        lifecycle.phase() == Phase.WORKING && lifecycle.claim() != null && !makingWorktrees();
    if (claimed && !context.settings().integrate() && !reviewing.wanted()) {
      leaveBranches();
    } else if (claimed) {
      inspect();
    } else if (lifecycle.phase() == Phase.INTEGRATING) {
      integrate();
    }
  }

  private void leaveBranches() {
    context.enter(EntryKind.GIT, null, "the branches are left as they are");
    lifecycle.complete(lifecycle.claim().reason());
  }

  private boolean makingWorktrees() {
    return context.changes().has(Change.MAKES_WORKTREES_AGAIN)
        && context.roster().agents().stream()
            .anyMatch(agent -> agent.wantsWorktree() && Groundwork.makesFor(agent.life()));
  }

  private void inspect() {
    context.state().needs().settleAll("integration/");
    InspectOrder order = new InspectOrder(context.project(), lifecycle.repository(), worktrees());
    context
        .pending()
        .<List<WorktreeState>>start(
            KEY,
            () -> context.host().inspect(order),
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
      context.settleNeed(FAILING);
      judge(states);
      return;
    }
    backToWork("not integrated again: the same work failed " + setbacks.inARow() + " times");
    if (setbacks.tellLead()) {
      String text = Wording.notAgain(context.project(), setbacks.inARow());
      context.tellLead(MessageKind.WARNING, "integration/again/" + context.mark(), text);
    }
  }

  /** Worktrees that are gone are made again before anything is judged; once for a claim. */
  private boolean makesAgain(List<WorktreeState> states) {
    List<Agent> gone =
        states.stream()
            .filter(state -> !state.present())
            .flatMap(state -> context.roster().find(state.role()).stream())
            .toList();
    if (gone.isEmpty()
        || !context.changes().has(Change.MAKES_WORKTREES_AGAIN)
        || !setbacks.makeAgain()) {
      return false;
    }
    gone.forEach(
        agent -> {
          agent.doubtWorktree();
          context.enter(EntryKind.GIT, agent.name(), "its worktree is gone and is made again");
          context.tell(
              MessageKind.GIT,
              "worktree/" + agent.name() + "/" + context.mark(),
              agent.name(),
              Wording.madeAgain());
        });
    return true;
  }

  private boolean claimedByPerson() {
    ProjectLifecycle.Claim claim = lifecycle.claim();
    boolean somebody = claim != null && claim.by() != null;
    return somebody && context.roster().find(claim.by()).isEmpty();
  }

  private void judge(List<WorktreeState> states) {
    Map<String, List<String>> missing =
        CompletionEvidence.missing(states, context.state().authorizations().all());
    List<String> all = new ArrayList<>(CompletionEvidence.unstarted(context.roster().unstarted()));
    if (missing.isEmpty() && all.isEmpty()) {
      review(states);
      return;
    }
    missing.forEach((role, lines) -> all.add(role + ": " + String.join("; ", lines)));
    missing.forEach((role, lines) -> sendBack(role, "evidence", Wording.missingOwn(lines)));
    backToWork(new Trace.Incomplete(all));
    context.tellLead(
        MessageKind.WARNING, "evidence/all/" + context.mark(), Wording.missingAll(all));
  }

  private void review(List<WorktreeState> states) {
    switch (reviewing.judge(states, claimedByPerson())) {
      case WAITS -> context.wakeup().request();
      case UNCHANGED -> {
        backToWork("not reviewed again: it is what was refused");
        reviewing.tellUnchanged();
      }
      case GOES_ON -> {
        if (context.settings().integrate()) {
          context.enter(
              Phase.INTEGRATING, lifecycle.claim() == null ? null : lifecycle.claim().reason());
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
            context.project(),
            lifecycle.repository(),
            lifecycle.integrations() + 1,
            worktrees(),
            context.input().spec().verify(),
            reviewing.approved());
    context
        .pending()
        .<RepositoryActivities.Integration>start(
            KEY,
            () -> context.host().integrate(order),
            (result, trouble) -> {
              if (trouble == null) {
                integrated(result);
              } else {
                backToWork(trouble);
              }
            });
  }

  private void integrated(RepositoryActivities.Integration result) {
    lifecycle.integrated(result.moved() ? result.head() : null);
    result.faults().forEach(this::tellOwner);
    if (!result.conflicts().isEmpty()) {
      conflicts(result.conflicts());
    } else if (result.failedCommand() != null) {
      verificationFailed(result);
    } else if (!result.faults().isEmpty()) {
      withoutTheFaulty(result);
    } else {
      String merged = String.join(", ", result.merged());
      context.enter(
          EntryKind.GIT, null, merged.isEmpty() ? "nothing to merge" : "merged " + merged);
      lifecycle.complete(lifecycle.claim() == null ? "complete" : lifecycle.claim().reason());
    }
  }

  /** It is final, so its owner hears of it at once. */
  private void tellOwner(Fault fault) {
    context.enter(EntryKind.GIT, fault.role(), fault.what());
    sendBack(fault.role(), "git-fault", Wording.gitFault(fault));
  }

  /** The others' work is in; the whole is not complete. */
  private void withoutTheFaulty(RepositoryActivities.Integration result) {
    List<String> all =
        result.faults().stream().map(fault -> fault.role() + ": " + fault.what()).toList();
    String merged = String.join(", ", result.merged());
    backToWork((merged.isEmpty() ? "" : "merged " + merged + "; ") + String.join("; ", all));
    context.tellLead(MessageKind.GIT, "git-fault/all/" + context.mark(), Wording.missingAll(all));
    failed(null, all.get(0));
  }

  private void conflicts(List<Conflict> conflicts) {
    String target = lifecycle.repository().branch();
    List<String> all = new ArrayList<>();
    for (Conflict conflict : conflicts) {
      String files = String.join(", ", conflict.files());
      all.add(conflict.role() + " does not merge: " + files);
      String text = Wording.conflict(conflict.branch(), conflict.files(), target);
      sendBack(conflict.role(), "conflict", text);
    }
    backToWork(new Trace.Conflicts(all));
    context.tellLead(MessageKind.GIT, "conflict/all/" + context.mark(), Wording.missingAll(all));
    failed(FailureKind.CONFLICT, "conflicts");
  }

  private void verificationFailed(RepositoryActivities.Integration result) {
    String output = result.failedOutput() == null ? "" : result.failedOutput();
    String text = Wording.verificationFailed(result.failedCommand(), output);
    backToWork(new Trace.VerificationFailed(result.failedCommand()));
    String id = "verification/" + lifecycle.integrations();
    if (context.roster().lead().isPresent()) {
      context.tellLead(MessageKind.WARNING, id, text);
    } else {
      context.roster().agents().forEach(agent -> sendBack(agent.name(), "verification", text));
    }
    failed(FailureKind.VERIFICATION, "the verification fails: " + result.failedCommand());
  }

  private void failed(FailureKind by, String why) {
    setbacks.failed(by);
    if (IntegrationRules.needsPerson(setbacks.inARow())) {
      context.need(
          FAILING,
          null,
          "the same work could not be integrated "
              + setbacks.inARow()
              + " times in a row ("
              + why
              + "); it waits for new commits",
          "find the cause, then: orc finish " + context.project());
    }
  }

  private void sendBack(String role, String about, String text) {
    context
        .roster()
        .find(role)
        .ifPresent(
            agent -> {
              agent.done(false);
              supervision.recall(agent);
            });
    context.tell(MessageKind.GIT, about + "/" + role + "/" + context.mark(), role, text);
  }

  private void backToWork(Trouble trouble) {
    if (!trouble.canceled()) {
      backToWork(trouble.what());
      String remedy = trouble.remedy() == null ? "orc finish again" : trouble.remedy();
      String what = "the work can not be integrated: " + trouble.what();
      context.need("integration/" + context.mark(), null, what, remedy);
      failed(null, trouble.what());
    }
  }

  private void backToWork(Trace why) {
    dropClaim();
    if (lifecycle.phase() == Phase.WORKING) {
      context.enter(EntryKind.GIT, null, why);
    } else {
      context.enter(Phase.WORKING, why);
    }
  }

  private void backToWork(String why) {
    dropClaim();
    if (lifecycle.phase() == Phase.WORKING) {
      context.enter(EntryKind.GIT, null, why);
    } else {
      context.enter(Phase.WORKING, why);
    }
  }

  private void dropClaim() {
    lifecycle.dropClaim();
    context.roster().lead().ifPresent(lead -> lead.done(false));
  }

  private List<Worktree> worktrees() {
    return MergeOrder.of(context.roster().team()).stream()
        .map(role -> context.roster().find(role).orElseThrow().worktree())
        .filter(Objects::nonNull)
        .toList();
  }
}
