package dev.orc.activities.plan.start;

import dev.orc.activities.failure.Refusal;
import dev.orc.activities.git.GitProgram;
import dev.orc.activities.git.RepositoryCheck;
import dev.orc.activities.git.TrackedFiles;
import dev.orc.activities.plan.config.Config;
import dev.orc.activities.plan.spec.SpecDocument;
import dev.orc.activities.plan.spec.SpecReader;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.RepositoryTrust;
import dev.orc.workflows.model.SideWindow;
import dev.orc.workflows.model.TrustRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets nothing of a repository's run here that a person has not allowed: it came from somewhere,
 * and to start work on it is not to agree to whatever it asks for. Thread-safe.
 */
public final class RepositoryTrusts {
  private final AllowedWishes allowed;
  private final RepositoryWishes wishes;
  private final RepositoryCheck repositories;
  private final List<Path> trusted;

  /**
   * @param host what is configured without any repository
   */
  public RepositoryTrusts(HostFolders folders, Config host, RepositoryCheck repositories) {
    this.allowed = new AllowedWishes(folders);
    this.wishes = new RepositoryWishes(folders, host, new TrackedFiles(GitProgram.plain()));
    this.repositories = repositories;
    this.trusted = host.trustedFolders();
  }

  /** What it asks for, and what of it is allowed already. */
  public RepositoryTrust of(TrustRequest request) {
    Path root = ProjectRoot.of(request.directory(), repositories);
    List<String> lines = new ArrayList<>(wishes.ofConfiguration(root));
    lines.addAll(RepositoryWishes.ofWindows(Windows.of(root, null)));
    if (request.spec() != null && !request.spec().isBlank()) {
      SpecDocument document = new SpecReader().read(Paths.absolute(request.spec(), "the spec"));
      lines.addAll(wishes.ofSpec(root, document, document.asSpec(root).verify()));
    }
    return new RepositoryTrust(root.toString(), lines, missing(root, lines));
  }

  /** Allows these very lines; answers how it stands then. */
  public RepositoryTrust allow(TrustRequest request) {
    allowed.allow(ProjectRoot.of(request.directory(), repositories), request.lines());
    return of(request);
  }

  public RepositoryTrust revoke(TrustRequest request) {
    allowed.revoke(ProjectRoot.of(request.directory(), repositories));
    return of(request);
  }

  /**
   * What a start would run of the repository's own and nobody has allowed yet.
   *
   * @param found windows that the repository's files ask for
   */
  List<String> missing(
      Path root, SpecDocument document, List<String> verify, List<SideWindow> found) {
    List<String> lines = new ArrayList<>(wishes.ofConfiguration(root));
    lines.addAll(RepositoryWishes.ofWindows(found));
    lines.addAll(wishes.ofSpec(root, document, verify));
    return missing(root, lines);
  }

  /** Refuses a configuration of the repository that nobody has allowed. */
  public void requireConfiguration(Path root) {
    require(root, missing(root, wishes.ofConfiguration(root)), "");
  }

  /** Whether the types of projects that it has of its own count; true where it has none. */
  boolean allowsTypes(Path root) {
    List<String> lines = RepositoryWishes.ofTypes(root);
    return lines.isEmpty() || missing(root, lines).isEmpty();
  }

  static void require(Path root, List<String> missing, String spec) {
    if (!missing.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.REFUSED,
          "the repository asks for what nobody has allowed: "
              + missing.get(0)
              + (missing.size() == 1 ? "" : " (and " + (missing.size() - 1) + " more)"),
          "look and allow it: orc trust " + root + (spec.isEmpty() ? "" : " --spec " + spec));
    }
  }

  private List<String> missing(Path root, List<String> lines) {
    Path real = Paths.real(root);
    if (trusted.stream().anyMatch(folder -> real.startsWith(Paths.real(folder)))) {
      return List.of();
    }
    List<String> missing = new ArrayList<>(lines);
    missing.removeAll(allowed.of(root));
    return missing;
  }
}
