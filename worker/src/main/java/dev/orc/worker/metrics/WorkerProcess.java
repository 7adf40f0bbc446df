package dev.orc.worker.metrics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process costs. Stateless. */
final class WorkerProcess {
  private static final Path STATUS = Path.of("/proc/self/status");

  private WorkerProcess() {}

  static void writeTo(PrometheusText text) {
    text.counter("process_cpu_seconds_total", "CPU time of the worker, in seconds.", cpuSeconds());
    text.gauge("process_resident_memory_bytes", "Resident memory of the worker.", residentBytes());
    text.gauge(
        "orc_worker_threads",
        "Threads of the worker.",
        ManagementFactory.getThreadMXBean().getThreadCount());
    text.gauge("orc_worker_heap_bytes", "Heap in use.", heapBytes());
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
