package dev.orc.workflows;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.orc.workflows.entity.ActivityStubs;
import io.temporal.workflow.ExternalWorkflowStub;
import io.temporal.workflow.Workflow;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this floor. */
class ArchitectureTest {
  private static final String MODEL = "dev.orc.workflows.model..";
  private static final String POLICY = "dev.orc.workflows.policy..";
  private static final String ACTIVITIES = "dev.orc.workflows.activities..";
  private static final String ENTITY = "dev.orc.workflows.entity..";
  private static final String PROJECT = "dev.orc.workflows.project..";
  private static final String BATCH = "dev.orc.workflows.batch..";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.orc.workflows");

  @Test
  void modelAndPolicyKnowNoTemporal() {
    for (String pure : new String[] {MODEL, POLICY}) {
      forbid(pure, "io.temporal..", "com.fasterxml.jackson.databind..");
    }
  }

  @Test
  void arrowsGoDownward() {
    forbid(MODEL, POLICY, ACTIVITIES, ENTITY, PROJECT, BATCH);
    forbid(POLICY, ACTIVITIES, ENTITY, PROJECT, BATCH);
    forbid(ACTIVITIES, POLICY, ENTITY, PROJECT, BATCH);
    forbid(ENTITY, PROJECT, BATCH);
    forbid(PROJECT, BATCH);
  }

  @Test
  void stubsOfActivitiesAreMadeInOnePlace() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(ActivityStubs.class)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "makes a stub of activities",
                call ->
                    call.getTargetOwner().isEquivalentTo(Workflow.class)
                        && call.getName().endsWith("ActivityStub")))
        .check(CLASSES);
  }

  /** A signal or a child that is named by a word would not notice when it is renamed. */
  @Test
  void otherWorkflowsAreCalledByTheirInterfaces() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "calls another workflow by a word",
                call ->
                    call.getName().equals("newUntypedChildWorkflowStub")
                        || call.getTargetOwner().isEquivalentTo(ExternalWorkflowStub.class)
                            && call.getName().equals("signal")))
        .check(CLASSES);
  }

  private static void forbid(String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .check(CLASSES);
  }
}
