package dev.orc.worker;

import dev.orc.worker.metrics.DeliveryMetrics;
import dev.orc.workflows.activities.AgentActivities.DeliveryOrder;
import dev.orc.workflows.activities.AgentActivities.DismissOrder;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.activities.AgentActivities.Receipt;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import org.slf4j.MDC;

/**
 * Puts the names of project, agent and message into the log, and counts deliveries. Thread-safe.
 */
final class ActivityTracing extends WorkerInterceptorBase {
  private static final String ID = "orc/";

  private final DeliveryMetrics deliveries;

  ActivityTracing(DeliveryMetrics deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private String workflow = "";

      @Override
      public void init(ActivityExecutionContext context) {
        workflow = context.getInfo().getWorkflowId();
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        Object order = input.getArguments().length == 0 ? null : input.getArguments()[0];
        try (MDC.MDCCloseable inProject = MDC.putCloseable("project", project(workflow));
            MDC.MDCCloseable ofAgent = MDC.putCloseable("agent", agent(order));
            MDC.MDCCloseable ofMessage = MDC.putCloseable("message", message(order))) {
          ActivityOutput output = super.execute(input);
          count(order, output.getResult());
          return output;
        }
      }
    };
  }

  private void count(Object order, Object result) {
    if (order instanceof DeliveryOrder delivery && result instanceof Receipt receipt) {
      deliveries.happened(delivery, receipt);
    }
  }

  private static String project(String workflow) {
    return workflow != null && workflow.startsWith(ID) ? workflow.substring(ID.length()) : null;
  }

  private static String agent(Object order) {
    if (order instanceof DeliveryOrder delivery) {
      return delivery.role().name();
    }
    if (order instanceof LaunchOrder launch) {
      return launch.role().name();
    }
    return order instanceof DismissOrder dismissal ? dismissal.role() : null;
  }

  private static String message(Object order) {
    return order instanceof DeliveryOrder delivery ? delivery.message().id() : null;
  }
}
