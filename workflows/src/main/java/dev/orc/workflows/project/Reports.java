package dev.orc.workflows.project;

import dev.orc.workflows.entity.Texts;
import dev.orc.workflows.model.Authorization;
import dev.orc.workflows.model.EntryKind;
import dev.orc.workflows.model.FailureKind;
import dev.orc.workflows.model.Message;
import dev.orc.workflows.model.MessageKind;
import dev.orc.workflows.model.Phase;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.ReportKind;
import dev.orc.workflows.model.Trace;
import dev.orc.workflows.policy.AuthorizationRules;
import dev.orc.workflows.policy.AuthorizationRules.Asked;
import dev.orc.workflows.policy.DerivedIds;
import dev.orc.workflows.policy.Routing;
import java.util.Optional;
import java.util.Set;

/** Draws from a report what follows from it: who hears of it, and what it changes. */
final class Reports {
  /** In these kinds the named one is no recipient. */
  private static final Set<ReportKind> SPECIAL =
      Set.of(ReportKind.AUTHORIZATION, ReportKind.ANSWER);

  /** What is asked for is carried along until somebody answers. */
  private static final int LONGEST_REQUEST = 1_000;

  private final ProjectContext context;
  private final Supervision supervision;
  private final Reviewing reviewing;

  Reports(ProjectContext context, Supervision supervision, Reviewing reviewing) {
    this.context = context;
    this.supervision = supervision;
    this.reviewing = reviewing;
  }

  /** Answers what the reporter should know; null when there is nothing. */
  String take(Report report) {
    Agent agent = context.roster().find(report.role()).orElseThrow();
    if (report.incarnation() != 0 && report.incarnation() != agent.incarnation()) {
      return "ignored: it comes from an earlier life of " + report.role();
    }
    agent.trail(agent.trail().reported(report, context.now()));
    context.state().tally().report();
    context.settleNeed("stuck/" + agent.name());
    context.state().needs().settleAll("report/" + agent.name() + "/");
    Trace said = new Trace.Reported(report.kind(), firstLine(report.text()));
    context.enter(EntryKind.REPORT, agent.name(), said);
    String note = follow(report, agent);
    String passed = pass(report, agent);
    return note == null ? passed : note;
  }

  private String follow(Report report, Agent agent) {
    switch (report.kind()) {
      case DONE -> done(report, agent);
      case FAILED -> failed(report, agent);
      case BLOCKED -> blocked(report, agent);
      case AUTHORIZATION -> {
        return authorization(report);
      }
      case ANSWER -> {
        return answer(report);
      }
      case PROGRESS, DEPLOYED -> {}
    }
    return null;
  }

  private void done(Report report, Agent agent) {
    agent.done(report.text());
    String role = agent.name();
    for (Agent other : context.roster().agents()) {
      boolean takesOver =
          other.life() instanceof Life.Later && other.role().startsAfter().contains(role);
      if (other.role().waitsFor().contains(role) && !other.role().leads() && !takesOver) {
        String id = DerivedIds.under(report.id(), "ground/" + other.name());
        context.tell(MessageKind.REPORT, id, other.name(), Wording.ground(report));
      }
    }
    boolean lead = context.roster().lead().isPresent();
    boolean complete =
        lead ? agent.role().leads() : context.roster().agents().stream().allMatch(Agent::done);
    if (complete && context.lifecycle().phase() != Phase.INTEGRATING) {
      context.lifecycle().claim(role, firstLine(report.text()));
    }
    if (agent.role().temporary() && agent.reachable()) {
      supervision.finished(agent);
    }
  }

  /** Who said done and now says that it can not go on, is not done. */
  private void undone(Agent agent) {
    if (context.changes().has(Change.LAST_WORD_COUNTS)) {
      agent.done(false);
    }
    if (agent.role().leads() && reviewing.waiting()) {
      reviewing.withdraw();
      context.lifecycle().dropClaim();
    }
  }

  private void failed(Report report, Agent agent) {
    undone(agent);
    boolean alone = context.roster().agents().stream().filter(Agent::reachable).count() == 1;
    if (agent.role().leads() || alone) {
      context.lifecycle().fail(FailureKind.REPORTED, firstLine(report.text()));
    } else if (context.roster().lead().isEmpty()) {
      need(report, " failed: ");
    }
  }

  private void blocked(Report report, Agent agent) {
    undone(agent);
    if (agent.role().leads() || context.roster().lead().isEmpty()) {
      need(report, " is blocked: ");
    }
  }

  private void need(Report report, String what) {
    context.need(
        "report/" + report.role() + "/" + report.id(),
        report.role(),
        report.role() + what + firstLine(report.text()),
        "orc send " + context.project() + ":" + report.role() + " \"...\"");
  }

  private String authorization(Report report) {
    Asked asked =
        AuthorizationRules.asked(
            context.roster().team(), report.role(), report.to(), report.text());
    Authorization authorization =
        new Authorization(
            report.id(),
            report.role(),
            asked.role(),
            Texts.cut(report.text(), LONGEST_REQUEST),
            context.now(),
            context.now().plus(asked.within()));
    context.state().authorizations().open(authorization);
    if (asked.role().equals(Message.PERSON)) {
      context.need(
          Escalations.need(authorization.id()),
          report.role(),
          report.role() + " asks for authorization: " + firstLine(report.text()),
          Wording.authorizeCommand(context.project(), authorization.id()));
    } else {
      String id = DerivedIds.under(report.id(), "asked");
      String text = Wording.authorizationAsked(context.project(), authorization);
      context.tell(MessageKind.REPORT, id, asked.role(), text);
    }
    return "asked " + asked.role() + ", who has until " + authorization.escalatesAt();
  }

  private String answer(Report report) {
    Optional<Message> asked =
        context
            .mailroom()
            .answer(report.inReplyTo(), report.id() + ": " + report.text(), context.now());
    if (asked.isEmpty()) {
      return "the message " + report.inReplyTo() + " is not kept any more";
    }
    String asker = asked.get().from();
    context.tell(
        MessageKind.REPORT, DerivedIds.under(report.id(), asker), asker, Wording.report(report));
    return null;
  }

  /** Hub and spoke: what must reach the lead does, and whoever it was sent to gets it too. */
  private String pass(Report report, Agent agent) {
    String lead = context.roster().lead().map(Agent::name).orElse(null);
    boolean toLead = report.kind().reachesLead() && lead != null && !agent.role().leads();
    boolean askedLead = asked(report, lead);
    if (toLead && !askedLead) {
      context.tell(
          MessageKind.REPORT, DerivedIds.under(report.id(), lead), lead, Wording.report(report));
    }
    Optional<String> manager =
        Routing.managerBeside(context.roster().team(), agent.name()).filter(name -> toLead);
    manager
        .filter(name -> !name.equals(report.to()) || SPECIAL.contains(report.kind()))
        .filter(name -> !asked(report, name))
        .ifPresent(
            name ->
                context.tell(
                    MessageKind.REPORT,
                    DerivedIds.under(report.id(), name),
                    name,
                    Wording.report(report)));
    boolean special = SPECIAL.contains(report.kind());
    boolean twice = (toLead && lead.equals(report.to())) || agent.name().equals(report.to());
    if (report.to() == null || special || twice) {
      return null;
    }
    String id = DerivedIds.under(report.id(), report.to());
    context.tell(MessageKind.REPORT, id, report.to(), Wording.report(report));
    boolean there = context.roster().find(report.to()).isPresent();
    return there ? null : "the team has no " + report.to() + ", nobody but the lead was told";
  }

  private boolean asked(Report report, String role) {
    return context
        .state()
        .authorizations()
        .find(report.id())
        .filter(open -> open.from().equals(role))
        .isPresent();
  }

  private static String firstLine(String text) {
    String line = text == null ? "" : text.lines().findFirst().orElse("");
    return line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }
}
