package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.NewProject;
import dev.orc.workflows.model.SpecEntry;
import dev.orc.workflows.model.SpecFault;
import dev.orc.workflows.model.SpecsReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which new projects would be made for specs that were found, and makes none. Immutable. */
public final class ForetoldProjects {
  private final NewProjects projects;

  public ForetoldProjects(NewProjects projects) {
    this.projects = projects;
  }

  /** The report with each project's directory; what is in the way of one is a fault. */
  public SpecsReport of(SpecsReport report, NewProject wish) {
    List<SpecFault> faults = new ArrayList<>(report.faults());
    List<SpecEntry> entries = new ArrayList<>();
    Map<String, String> taken = new LinkedHashMap<>();
    for (SpecEntry entry : report.entries()) {
      boolean starts = entry.skipped() == null && entry.title() != null;
      entries.add(starts ? foretold(entry, wish, taken, faults) : entry);
    }
    return new SpecsReport(entries, faults, report.batch());
  }

  private SpecEntry foretold(
      SpecEntry entry, NewProject wish, Map<String, String> taken, List<SpecFault> faults) {
    try {
      String directory = Paths.real(projects.wanted(wish, Path.of(entry.spec()))).toString();
      String other = taken.putIfAbsent(directory, entry.spec());
      if (other != null) {
        faults.add(
            new SpecFault(
                entry.spec(),
                directory + " would be made for " + other + " too",
                "give the specs names of their own, or start them one by one with --project"));
      }
      return entry.making(directory);
    } catch (Refusal refusal) {
      faults.add(new SpecFault(entry.spec(), refusal.getMessage(), refusal.remedy()));
      return entry;
    }
  }
}
