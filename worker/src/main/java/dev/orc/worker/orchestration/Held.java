package dev.orc.worker.orchestration;

import dev.orc.activities.failure.Refusal;

/** A name or a place is held by an orchestration that runs; later it will be free. */
final class Held extends Refusal {
  private static final long serialVersionUID = 1L;

  Held(String what, String remedy) {
    super(Kind.REFUSED, what, remedy);
  }
}
