package dev.orc.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import dev.orc.workflows.entity.Refusals;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RefusedUpdatesTest {
  private static FilterReply decided(Throwable thrown) {
    Logger logger = new LoggerContext().getLogger("WorkflowExecutionHandler");
    return new RefusedUpdates()
        .decide(new LoggingEvent("here", logger, Level.WARN, "Workflow failure", thrown, null));
  }

  @Test
  void whatWasRefusedIsNoNews() {
    assertThat(decided(Refusals.notFound("no role"))).isEqualTo(FilterReply.DENY);
    assertThat(decided(Refusals.usage("no text"))).isEqualTo(FilterReply.DENY);
    assertThat(decided(Refusals.refused("over"))).isEqualTo(FilterReply.DENY);
  }

  @Test
  void whatFailedIs() {
    ApplicationFailure failed = ApplicationFailure.newNonRetryableFailure("broken", "Other");
    assertThat(decided(failed)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decided(new IllegalStateException())).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decided(null)).isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void theWorkersLogLooksThroughIt() throws IOException {
    try (InputStream xml = getClass().getResourceAsStream("logback-worker.xml")) {
      assertThat(new String(xml.readAllBytes(), StandardCharsets.UTF_8))
          .contains("<filter class=\"" + RefusedUpdates.class.getName() + "\"/>");
    }
  }
}
