package dev.orc.cli.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Skips a class whose programs are not there, and has it told at the end which ran. */
final class Bench implements ExecutionCondition {
  private static final Namespace HERE = Namespace.create(Bench.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Drives drives = context.getRequiredTestClass().getAnnotation(Drives.class);
    if (drives == null || context.getTestMethod().isPresent()) {
      return ConditionEvaluationResult.enabled("part of a class that runs");
    }
    ProgramNote note =
        context
            .getRoot()
            .getStore(HERE)
            .getOrComputeIfAbsent(ProgramNote.class, one -> new ProgramNote(), ProgramNote.class);
    List<RealProgram> programs = programs(drives);
    programs.forEach(note::add);
    String missing =
        programs.stream()
            .filter(one -> !one.isThere())
            .map(RealProgram::toString)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("all of its programs are there")
        : ConditionEvaluationResult.disabled(missing + " is not there: scripts/install-agents");
  }

  static List<RealProgram> programs(Drives drives) {
    try {
      List<RealProgram> programs = new ArrayList<>();
      for (String driver : drives.value()) {
        programs.add(RealProgram.of(driver, programs.isEmpty() ? drives.version() : ""));
      }
      return programs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
