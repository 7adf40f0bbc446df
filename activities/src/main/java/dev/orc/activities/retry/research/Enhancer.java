package dev.orc.activities.retry.research;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.plan.spec.EnhancedSpec;
import dev.orc.activities.plan.spec.SpecKit;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.activities.BatchActivities.EnhanceOrder;
import dev.orc.workflows.activities.BatchActivities.Enhanced;
import dev.orc.workflows.model.AgentName;
import dev.orc.workflows.model.HostFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the spec of the next try: the findings first, most important first, each with what to do,
 * then the original unchanged. Always from the original, so that findings never pile up.
 * Thread-safe.
 */
final class Enhancer {
  private static final int LARGEST_PAGE = 512 * 1024;
  private static final String AGENT = "agent";
  private static final String ANALYSIS = "analysis";

  private final HostFolders folders;

  Enhancer(HostFolders folders) {
    this.folders = folders;
  }

  Enhanced enhance(EnhanceOrder order) {
    String project = AgentName.requireWord(order.outcome().project());
    List<Finding> found = Finding.best(read(order.findings()));
    String source = found.isEmpty() ? ANALYSIS : AGENT;
    List<Finding> findings = found.isEmpty() ? Finding.best(read(order.analysis())) : found;
    Path original = Path.of(order.start().spec());
    Path enhanced = ResearchPlaces.of(folders, project).enhanced(order.item(), order.attempt() + 1);
    int kept = write(enhanced, original(project, original), name(original), findings, order);
    return new Enhanced(
        enhanced.toString(), kept, source, kept == 0 ? null : findings.get(0).what());
  }

  /** The document itself; of a Spec Kit directory what was made of it for the agents. */
  private byte[] original(String project, Path original) {
    Path kept = folders.project(project).resolve("spec.md");
    boolean document = Files.isRegularFile(original) && SpecKit.meantBy(original).isEmpty();
    Path source = document ? original : kept;
    try {
      return Files.readAllBytes(source);
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.NOT_FOUND,
          "the spec " + original + " can not be read any more",
          "put it back, then retry");
    }
  }

  /** As many findings as the longest spec there may be has room for; answers how many. */
  private static int write(
      Path file, byte[] original, String name, List<Finding> findings, EnhanceOrder order) {
    for (int many = findings.size(); ; many--) {
      byte[] whole = EnhancedSpec.joined(head(findings.subList(0, many), order), name, original);
      if (whole.length <= EnhancedSpec.LARGEST || many == 0) {
        replace(file, whole);
        return many;
      }
    }
  }

  private static String head(List<Finding> findings, EnhanceOrder order) {
    StringBuilder head = new StringBuilder();
    head.append("**Findings of try ").append(order.attempt());
    head.append(", which failed. Heed them first, the most important first; what is to be built");
    head.append(" is said below the line, unchanged.**\n");
    int number = 1;
    for (Finding finding : findings) {
      head.append("\n").append(number++).append(". ");
      head.append("[").append(finding.priority().word()).append("] ").append(finding.what());
      head.append("\n\n").append(FindingsPage.indented("What to do: " + finding.todo(), "   "));
      head.append('\n');
      if (!finding.evidence().isEmpty()) {
        head.append("\n   Evidence:\n\n");
        head.append(FindingsPage.indented(finding.evidence(), "       ")).append('\n');
      }
    }
    return head.toString();
  }

  private static String name(Path original) {
    return original.getFileName() == null ? "spec.md" : original.getFileName().toString();
  }

  private static List<Finding> read(String page) {
    if (page == null || !Files.isRegularFile(Path.of(page))) {
      return List.of();
    }
    try (var in = Files.newInputStream(Path.of(page))) {
      return FindingsPage.read(new String(in.readNBytes(LARGEST_PAGE), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(page + " can not be read", e);
    }
  }

  private static void replace(Path file, byte[] bytes) {
    try {
      PrivateFiles.replace(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be written: " + e.getMessage(), e);
    }
  }
}
