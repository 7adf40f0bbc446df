package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import dev.orc.base.files.WholeFile;
import dev.orc.base.text.Template;
import dev.orc.workflows.activities.AgentActivities.LaunchOrder;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what an agent is told when it starts or starts again. Immutable. */
public final class Briefs {
  /** A longer spec is named instead of repeated. */
  private static final int SPEC_REPEATED_BYTES = 20 * 1024;

  private final HostFolders folders;

  public Briefs(HostFolders folders) {
    this.folders = folders;
  }

  /** Writes the brief for one life of the agent; writing it again gives the same file. */
  public Path write(LaunchOrder order) {
    Path file =
        folders
            .briefs(order.project())
            .resolve(order.role().name() + "-" + order.incarnation() + ".md");
    WholeFile.write(file, render(order));
    return file;
  }

  /**
   * The brief's text. A role file that became faulty since the start keeps nobody from starting
   * again: the brief does without it and says so.
   */
  public String render(LaunchOrder order) {
    List<Fault> faults = new ArrayList<>();
    Path project = Path.of(order.repository().directory());
    RoleLibrary library = RoleLibrary.usable(folders, Optional.of(project), faults);
    Template template = BriefTemplate.usable(folders, faults);
    return render(order, library, template, spec(order.spec())) + told(faults);
  }

  /** The same from what was read before. */
  static String render(LaunchOrder order, RoleLibrary library, Template template, String spec) {
    return template.filled(BriefValues.of(order, library.role(order.role().name()), spec));
  }

  private static String told(List<Fault> faults) {
    return faults.isEmpty()
        ? ""
        : "\n## Files that could not be used\n\nTell your lead; this brief does without them.\n\n"
            + faults.stream().map(fault -> "- " + fault + "\n").collect(Collectors.joining());
  }

  private static String spec(Spec spec) {
    Path file = Path.of(spec.file());
    try {
      return spec(spec, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the spec " + file + " can not be read", e);
    }
  }

  /** The document itself, or where it lies when it is long. */
  static String spec(Spec spec, String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= SPEC_REPEATED_BYTES
        ? text
        : "It is long. Read it whole before you begin: `"
            + spec.file()
            + "`\n\nIts goal: "
            + spec.goal();
  }
}
