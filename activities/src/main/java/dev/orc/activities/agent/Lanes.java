package dev.orc.activities.agent;

import dev.orc.workflows.model.AgentName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One act at a time for each agent, in the order of asking. Thread-safe. */
final class Lanes {
  private final Map<AgentName, ReentrantLock> locks = new ConcurrentHashMap<>();

  /** Acts when the agent's lane is free; beats while another act is in it. */
  <T> T alone(AgentName agent, Beat beat, Act<T> act) throws InterruptedException {
    ReentrantLock lock = locks.computeIfAbsent(agent, key -> new ReentrantLock(true));
    while (!lock.tryLock(1, TimeUnit.SECONDS)) {
      beat.beat();
    }
    try {
      return act.act();
    } finally {
      lock.unlock();
    }
  }
}
