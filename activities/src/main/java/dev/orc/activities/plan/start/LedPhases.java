package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.failure.Refusal.Kind;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.spec.LedKit;
import dev.orc.activities.plan.spec.SpecKit;
import dev.orc.base.files.PrivateFiles;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.LedRequest;
import dev.orc.workflows.model.LedSpecs;
import dev.orc.workflows.model.LedSpecs.LedPhase;
import dev.orc.workflows.model.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the specs of the phases of a Spec Kit directory that a lead is to do, into the host's own
 * folder of the project. Thread-safe.
 */
public final class LedPhases {
  private final HostFolders folders;
  private final Config host;
  private final RepositoryCheck repositories;

  /**
   * @param host what is configured without any repository
   */
  public LedPhases(HostFolders folders, Config host, RepositoryCheck repositories) {
    this.folders = folders;
    this.host = host;
    this.repositories = repositories;
  }

  /**
   * @throws Refusal when it is no such directory in a repository, or an earlier phase is
   *     incomplete, or the repository is on another branch than the environment's: each phase is
   *     read where the one before it has come to, which is the checkout
   */
  public LedSpecs of(LedRequest request) {
    Path place = Paths.real(Paths.absolute(request.spec(), "the spec"));
    SpecKit kit =
        SpecKit.meantBy(place)
            .orElseThrow(
                () ->
                    new Refusal(
                        Kind.USAGE,
                        place + " is no Spec Kit directory",
                        "make one: orc spec new NAME"));
    Repository repository = repositories.usable(kit.directory());
    Path root = Path.of(repository.directory());
    ChosenEnvironment.of(request.env(), host.withProject(folders, root)).requireBranch(repository);
    LedKit led = new LedKit(kit, repository.branch(), request.review());
    Map<String, String> specs = led.from(request.from());
    String name = kit.directory().getFileName().toString();
    Path folder = folders.project(Slug.of(root)).resolve("kit").resolve(name);
    List<LedPhase> phases = new ArrayList<>();
    specs.forEach(
        (phase, text) -> {
          Path file = folder.resolve(phase + ".md");
          write(file, text);
          phases.add(new LedPhase(phase, file.toString(), led.document(phase)));
        });
    String word = Slug.of(Path.of(name.replaceFirst("^\\d+-", "")));
    return new LedSpecs(root.toString(), kit.directory().toString(), word, phases);
  }

  private static void write(Path file, String text) {
    try {
      PrivateFiles.replace(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
