package dev.orc.workflows.batch;

import io.temporal.testing.TestWorkflowEnvironment;
import java.io.Serial;
import java.lang.reflect.Field;
import java.util.LinkedList;

/**
 * Makes the test server fast enough for thousands of workflows: it writes down every hold of its
 * time for a message that it never prints, and searches that list from its beginning at every step.
 * With a list that keeps nothing it only counts, as it does anyway.
 */
final class ForgetfulServer {
  private ForgetfulServer() {}

  static void make(TestWorkflowEnvironment env) throws ReflectiveOperationException {
    Object service = read(env, "service");
    Object timer = read(read(service, "store"), "selfAdvancingTimer");
    field(timer, "lockEvents").set(timer, new Nothing());
  }

  private static Object read(Object of, String name) throws ReflectiveOperationException {
    return field(of, name).get(of);
  }

  private static Field field(Object of, String name) throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static final class Nothing extends LinkedList<Object> {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public boolean add(Object event) {
      return true;
    }

    @Override
    public boolean remove(Object event) {
      return true;
    }
  }
}
