package dev.orc.activities.plan.team;

import java.util.List;

/**
 * Finds seats for the managers of three tiers: one for each group of engineers. Where the plan has
 * no room for them, the engineers who sat down last make it. For one plan and thread.
 */
final class ManagerSeats {
  private final TeamSeats seats;
  private final String lead;
  private final AccountPlan plan;

  ManagerSeats(TeamSeats seats, String lead, AccountPlan plan) {
    this.seats = seats;
    this.lead = lead;
    this.plan = plan;
  }

  void take() {
    String carries = "plan %s carries %d roles".formatted(plan.word(), plan.most());
    while (engineers().size() > 1 && 1 + managers() + engineers().size() > plan.cap()) {
      seats.unseatLast(engineers(), carries + ", and three tiers need a manager");
    }
    for (int number = 1; number <= managers(); number++) {
      seats.seat(Tiers.manager(number), "manages a group of engineers", Integer.MAX_VALUE, carries);
    }
  }

  private int managers() {
    return Tiers.managersFor(engineers().size());
  }

  private List<String> engineers() {
    return seats.roles().stream()
        .filter(role -> !role.equals(lead) && !Tiers.manages(role))
        .toList();
  }
}
