package dev.orc.activities.plan.start;

import dev.orc.base.text.CleanText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The draft of a spec for a repository without one: what it is, what is open in it, what its people
 * have written down for agents, and how it is proved. Made from files and issues, without a model.
 *
 * @param sources one line for each thing that it was made from
 */
record InformalSpec(String text, List<String> sources) {
  private static final int LONGEST = 200;

  static InformalSpec of(Path root) {
    ProjectNotes notes = ProjectNotes.of(root);
    OpenIssues issues = OpenIssues.of(root);
    List<String> work = Stream.concat(notes.open().stream(), issues.lines().stream()).toList();
    List<String> sources = new ArrayList<>(notes.sources());
    issues.source().ifPresent(sources::add);
    String text =
        Stream.of(
                "PROJECT: " + notes.title(),
                "GOAL: " + goal(notes, work),
                section("CONSTRAINTS", constraints(notes)),
                section("REQUIREMENTS", requirements(work)),
                section(
                    "SUCCESS CRITERIA",
                    List.of(
                        "What was begun is finished, committed and proved.",
                        "What could not be done is said with the reason.")),
                section("VERIFY", ProofCommand.of(root).stream().toList()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n\n", "", "\n"));
    return new InformalSpec(text, sources);
  }

  private static String goal(ProjectNotes notes, List<String> work) {
    String about = notes.about().isEmpty() ? "" : notes.about() + " ";
    return about
        + (work.isEmpty()
            ? "Find out what the project needs most, write it down, and do the first of it."
            : "Work on what is open below, the most useful first.");
  }

  private static List<String> constraints(ProjectNotes notes) {
    List<String> constraints = new ArrayList<>();
    notes.rules().forEach(file -> constraints.add("Keep to what " + file + " says."));
    constraints.add("Follow the style and the structure that are there.");
    constraints.add("Commit after each step; leave nothing half done.");
    return constraints;
  }

  private static List<String> requirements(List<String> work) {
    return work.isEmpty()
        ? List.of(
            "Read the code and the documents, run the tests, and list what is wrong or missing, in"
                + " the order of its use.",
            "Do the first three of that list.")
        : work;
  }

  private static String section(String heading, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : heading
            + ":\n"
            + lines.stream()
                .map(line -> "- " + CleanText.oneLine(line, LONGEST))
                .collect(Collectors.joining("\n"));
  }
}
