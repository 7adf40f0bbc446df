package dev.orc.worker.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process costs. Stateless. */
final class WorkerProcess {
  private static final Path STATUS = Path.of("/proc/self/status");

  private WorkerProcess() {}

  static void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("process.cpu", STATUS, process -> cpuSeconds())
        .description("CPU time of the worker, in seconds.")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("process.resident.memory", WorkerProcess::residentBytes)
        .description("Resident memory of the worker.")
        .baseUnit(BaseUnits.BYTES)
        .register(registry);
    Gauge.builder("orc.worker.threads", ManagementFactory.getThreadMXBean()::getThreadCount)
        .description("Threads of the worker.")
        .register(registry);
    Gauge.builder("orc.worker.heap", WorkerProcess::heapBytes)
        .description("Heap in use.")
        .baseUnit(BaseUnits.BYTES)
        .register(registry);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  private static double heapBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** From the kernel where it says so; otherwise what the JVM has committed, which is less. */
  private static double residentBytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmRSS:")) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
    } catch (IOException notLinux) {
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }
    return 0;
  }
}
