package dev.orc.worker.orchestration;

import dev.orc.workflows.batch.BatchWorkflow;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.project.ProjectWorkflow;
import io.temporal.common.metadata.POJOWorkflowInterfaceMetadata;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * An update of a workflow, as a reference to the method that declares it: whoever renames the
 * method renames every use of it. It is sent by calling the method on a typed stub. The name, for
 * the audit and the metrics, is Temporal's own for that method: it is called once on a proxy that
 * only notes which method was meant.
 *
 * @param name as Temporal knows it
 * @param <W> the workflow's interface
 * @param <A> what the update carries
 */
public record TypedUpdate<W, A>(Class<W> workflow, BiFunction<W, A, Accepted> method, String name) {
  public static <A> TypedUpdate<ProjectWorkflow, A> ofProject(
      BiFunction<ProjectWorkflow, A, Accepted> method) {
    return of(ProjectWorkflow.class, method);
  }

  public static <A> TypedUpdate<BatchWorkflow, A> ofBatch(
      BiFunction<BatchWorkflow, A, Accepted> method) {
    return of(BatchWorkflow.class, method);
  }

  private static <W, A> TypedUpdate<W, A> of(Class<W> workflow, BiFunction<W, A, Accepted> method) {
    AtomicReference<Method> meant = new AtomicReference<>();
    Object proxy =
        Proxy.newProxyInstance(
            workflow.getClassLoader(),
            new Class<?>[] {workflow},
            (self, called, arguments) -> {
              meant.set(called);
              return null;
            });
    var unused = method.apply(workflow.cast(proxy), null);
    String name =
        POJOWorkflowInterfaceMetadata.newInstance(workflow)
            .getMethodMetadata(meant.get())
            .getName();
    return new TypedUpdate<>(workflow, method, name);
  }
}
