package dev.orc.worker.temporal;

import com.google.protobuf.ByteString;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import io.temporal.internal.testservice.TestWorkflowService;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Looks into the embedded server: which activities and timers of a run it still holds open, and the
 * lock under which that does not change. The server has no call for it, so this reads its private
 * fields; a test fails when another version of it has others. Thread-safe.
 */
final class EmbeddedRuns {
  private static final String WAITS = "INITIATED";
  private static final String PACKAGE = TestWorkflowService.class.getPackageName();

  private final TestWorkflowService service;
  private final Method parseToken = method(named("WorkflowTaskToken"), "fromBytes");
  private final Method executionId = method(named("WorkflowTaskToken"), "getExecutionId");
  private final Method stateOf;
  private final Field lock = field("lock");
  private final Field activities = field("activities");
  private final Field timers = field("timers");
  private final Method stateOfOne = method(named("StateMachine"), "getState");
  private final Method dataOfOne = method(named("StateMachine"), "getData");
  private final Field queued = field(named("StateMachines$ActivityTaskData"), "activityTask");
  private final Method taskOf = method(named("TestWorkflowStore$ActivityTask"), "getTask");
  private final Method start = method(named("TestWorkflowMutableStateImpl"), "startActivityTask");

  EmbeddedRuns(TestWorkflowService service) {
    this.service = service;
    this.stateOf = method(TestWorkflowService.class, "getMutableState", named("ExecutionId"));
  }

  /** The run that a workflow task belongs to; throws what the server throws when it is unknown. */
  Run of(ByteString taskToken) {
    Object state = call(stateOf, service, call(executionId, call(parseToken, null, taskToken)));
    return new Run(state);
  }

  /** One run as the server holds it. */
  final class Run {
    private final Object state;

    private Run(Object state) {
      this.state = state;
    }

    /** Held by the server itself while it changes anything in the run; may be taken again. */
    Lock lock() {
      return (Lock) value(lock, state);
    }

    boolean hasActivity(long scheduledEventId) {
      return ((Map<?, ?>) value(activities, state)).containsKey(scheduledEventId);
    }

    /**
     * Begins an activity that waits for somebody to take it, as if somebody had; answers the token
     * that it ends by. Empty when it has begun or is not there.
     */
    Optional<ByteString> begin(long scheduledEventId, String identity) {
      Object activity = ((Map<?, ?>) value(activities, state)).get(scheduledEventId);
      if (activity == null || !WAITS.equals(String.valueOf(call(stateOfOne, activity)))) {
        return Optional.empty();
      }
      var task =
          (PollActivityTaskQueueResponse.Builder)
              call(taskOf, value(queued, call(dataOfOne, activity)));
      call(
          start,
          state,
          task,
          PollActivityTaskQueueRequest.newBuilder().setIdentity(identity).build());
      return Optional.of(task.getTaskToken());
    }

    boolean hasTimer(String timerId) {
      return ((Map<?, ?>) value(timers, state)).containsKey(timerId);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(PACKAGE + "." + name);
    } catch (ClassNotFoundException e) {
      throw another(e);
    }
  }

  private static Method method(Class<?> of, String name, Class<?>... with) {
    for (Method method : of.getDeclaredMethods()) {
      boolean fits = with.length == 0 || java.util.Arrays.equals(method.getParameterTypes(), with);
      if (method.getName().equals(name) && fits) {
        return open(method);
      }
    }
    throw another(new NoSuchMethodException(of + "." + name));
  }

  private static Field field(String name) {
    return field(named("TestWorkflowMutableStateImpl"), name);
  }

  private static Field field(Class<?> of, String name) {
    try {
      return open(of.getDeclaredField(name));
    } catch (NoSuchFieldException e) {
      throw another(e);
    }
  }

  private static <T extends AccessibleObject & Member> T open(T member) {
    member.setAccessible(true);
    return member;
  }

  private static Object value(Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw another(e);
    }
  }

  private static Object call(Method method, Object on, Object... with) {
    try {
      return method.invoke(on, with);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException said) {
        throw said;
      }
      throw another(e);
    } catch (IllegalAccessException e) {
      throw another(e);
    }
  }

  private static IllegalStateException another(ReflectiveOperationException cause) {
    return new IllegalStateException("the embedded server is not the one that was known", cause);
  }
}
