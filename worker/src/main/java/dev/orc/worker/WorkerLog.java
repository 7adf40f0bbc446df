package dev.orc.worker;

import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log file of this process. Stateless. */
final class WorkerLog {
  private WorkerLog() {}

  /** To be called before any logger is made. */
  static void open(Path folder) {
    System.setProperty("orc.logs", folder.toString());
    System.setProperty("logback.configurationFile", "dev/orc/worker/logback-worker.xml");
  }

  static void failed(Exception failure) {
    LoggerFactory.getLogger("worker").error("the worker can not start", failure);
  }

  /** Writes out what is buffered. */
  static void close() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.stop();
    }
  }
}
