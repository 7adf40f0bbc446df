package dev.orc.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.orc.workflows.batch.BatchWorkflow;
import dev.orc.workflows.project.ProjectWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.metadata.POJOWorkflowInterfaceMetadata;
import io.temporal.common.metadata.WorkflowMethodType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who renames an update, a query or a signal is told by the compiler where it is used. */
class TypedStubsTest {
  /** What an untyped stub does by a word; to terminate, describe or await needs none. */
  private static final Set<String> BY_WORD =
      Set.of(
          "signal",
          "signalWithStart",
          "query",
          "update",
          "startUpdate",
          "startUpdateWithStart",
          "executeUpdateWithStart",
          "start");

  private static final DescribedPredicate<JavaMethodCall> CALL_BY_WORD =
      DescribedPredicate.describe(
          "a call of a workflow by a word",
          call ->
              call.getTargetOwner().isAssignableTo(WorkflowStub.class)
                  && BY_WORD.contains(call.getName()));

  private static final DescribedPredicate<JavaMethodCall> START_BY_WORD =
      DescribedPredicate.describe(
          "a stub for the start of a workflow by a word",
          call ->
              call.getTargetOwner().isAssignableTo(WorkflowClient.class)
                  && call.getName().equals("newUntypedWorkflowStub")
                  && call.getTarget().getRawParameterTypes().stream()
                      .anyMatch(type -> type.isEquivalentTo(WorkflowOptions.class)));

  @Test
  void noWorkflowIsCalledByAWord() {
    noClasses()
        .should()
        .callMethodWhere(CALL_BY_WORD)
        .orShould()
        .callMethodWhere(START_BY_WORD)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.orc.worker"));
  }

  @Test
  void theirNamesAreNoLiterals() throws IOException {
    Set<String> literals =
        Stream.of(ProjectWorkflow.class, BatchWorkflow.class)
            .map(POJOWorkflowInterfaceMetadata::newInstance)
            .flatMap(known -> known.getMethodsMetadata().stream())
            .filter(method -> method.getType() != WorkflowMethodType.UPDATE_VALIDATOR)
            .map(method -> '"' + method.getName() + '"')
            .collect(Collectors.toSet());
    assertThat(literals).contains("\"send\"", "\"ended\"", "\"story\"", "\"BatchWorkflow\"");
    List<String> found;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(TypedStubsTest::lines)
              .filter(line -> literals.stream().anyMatch(line::contains))
              .toList();
    }
    assertThat(found).isEmpty();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(line -> file.getFileName() + ": " + line);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
