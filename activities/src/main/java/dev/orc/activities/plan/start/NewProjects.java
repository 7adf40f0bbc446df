package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.git.GitProgram;
import dev.orc.activities.git.OwnRepository;
import dev.orc.activities.git.WorktreePlaces;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.workflows.model.NewProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes git repositories for specs that have none, and never over anybody's work. Thread-safe
 * within one process, which serves a host alone.
 */
public final class NewProjects {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
  private static final Object ONE_AT_A_TIME = new Object();

  private final OwnRepository repositories;
  private final Clock clock;
  private final SpecReader specs = new SpecReader();

  /** What is to be done at a place. */
  private enum Step {
    MAKE,
    REPLACE,
    USE
  }

  /**
   * @param clock names what is moved out of the way
   */
  public NewProjects(GitProgram git, Clock clock) {
    this.repositories = new OwnRepository(git);
    this.clock = clock;
  }

  /**
   * Where the project would be. Changes nothing.
   *
   * @param spec absolute path of the document or Spec Kit directory
   * @throws Refusal with what is in the way there
   */
  public Path wanted(NewProject wish, Path spec) {
    ProjectTemplates.require(wish.template());
    Path place = ProjectPlace.of(wish, spec);
    step(place, wish, SpecMark.of(specs.read(spec)));
    return place;
  }

  /**
   * Makes the project, its first commit holding the spec; one that orc had made for the same spec
   * is used again. What {@link NewProject#force} replaces is kept beside it, as {@code
   * NAME.replaced-TIME}.
   *
   * @param document of the first try or, findings in front of it, of a later one
   * @return the project's directory
   * @throws Refusal with what is in the way there
   */
  public Path make(NewProject wish, SpecDocument document) {
    ProjectTemplates.require(wish.template());
    Path place = ProjectPlace.of(wish, document.file());
    SpecMark mark = SpecMark.of(document);
    synchronized (ONE_AT_A_TIME) {
      Step step = step(place, wish, mark);
      if (step == Step.USE) {
        return place;
      }
      try {
        Files.createDirectories(place.getParent());
        Draft draft = Draft.beside(place);
        draft.fill(document);
        if (wish.template() != null) {
          ProjectTemplates.fill(draft.directory(), wish.template(), Slug.of(place));
        }
        repositories.make(
            draft.directory(), mark.toString(), "Begin with the spec: " + document.title());
        if (step == Step.REPLACE) {
          moveAside(place);
        }
        draft.become(place);
        return place;
      } catch (IOException e) {
        throw new Refusal(
            Kind.FAILED,
            "no project can be made at " + place + ": " + e.getMessage(),
            "see whether the folder is yours and its disk has room, then start again");
      }
    }
  }

  private Step step(Path place, NewProject wish, SpecMark mark) {
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      requireRoom(place);
      return Step.MAKE;
    }
    if (!Files.isDirectory(place)) {
      throw refused(place + " is there and is no folder", "name another place, or move it away");
    }
    if (empty(place)) {
      return Step.MAKE;
    }
    Optional<SpecMark> before = repositories.madeFor(place).flatMap(SpecMark::read);
    if (before.isEmpty()) {
      throw refused(
          place + " is there, and orc did not make it",
          "leave --new-project out to work in it, or move it away; --force does not replace it");
    }
    return ofOurs(place, wish, mark.continues(before.get()));
  }

  private Step ofOurs(Path place, NewProject wish, boolean same) {
    if (same && !wish.force()) {
      repositories
          .uncommitted(place)
          .ifPresent(
              file -> {
                throw refused(
                    place + " was made for this spec and holds uncommitted changes (" + file + ")",
                    "commit or stash them first: git stash");
              });
      return Step.USE;
    }
    if (!wish.force()) {
      throw refused(
          place + " was made for another spec",
          "rename this spec, or replace that project with --force: it is kept beside it");
    }
    repositories
        .unsaved(place)
        .ifPresent(
            work -> {
              throw refused(
                  place + " " + work + ", so that --force does not replace it",
                  "commit and merge what is to stay (orc worktrees prune), or move it away");
            });
    return same && repositories.untouched(place) ? Step.USE : Step.REPLACE;
  }

  private void moveAside(Path place) throws IOException {
    String name = place.getFileName() + ".replaced-" + STAMP.format(LocalDateTime.now(clock));
    Path aside = place.resolveSibling(name);
    for (int number = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); number++) {
      aside = place.resolveSibling(name + "-" + number);
    }
    Path worktrees = WorktreePlaces.beside(place);
    Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
    if (Files.isDirectory(worktrees, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(worktrees, WorktreePlaces.beside(aside), StandardCopyOption.ATOMIC_MOVE);
    }
    repositories.movedWithWorktrees(aside);
  }

  private static void requireRoom(Path place) {
    Path above = place.getParent();
    while (above != null && Files.notExists(above)) {
      above = above.getParent();
    }
    if (above == null || !Files.isDirectory(above) || !Files.isWritable(above)) {
      throw refused(
          "no new project can be made in " + above, "name a place in a folder that you can write");
    }
  }

  private static boolean empty(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw refused(folder + " can not be read", "name another place");
    }
  }

  private static Refusal refused(String what, String remedy) {
    return new Refusal(Kind.REFUSED, what, remedy);
  }
}
