package dev.orc.activities.agent;

/** Something done to an agent that takes a while. */
@FunctionalInterface
interface Act<T> {
  T act() throws InterruptedException;
}
