package dev.orc.activities.git;

import dev.orc.activities.git.Commits.Count;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Reads a repository's commits in this process, without starting git. For one thread. */
final class History implements AutoCloseable {
  private final Repository repository;

  private History(Repository repository) {
    this.repository = repository;
  }

  /** Opens the repository that the checkout belongs to. */
  static History of(Path checkout) {
    return of(GitFiles.of(checkout));
  }

  static History of(GitFiles files) {
    JGitHost.settle();
    try {
      return new History(
          new FileRepositoryBuilder().setGitDir(files.common().toFile()).setup().build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commit that a revision names; null when there is none. */
  String commit(String revision) {
    try {
      ObjectId id = repository.resolve(revision + "^{commit}");
      return id == null ? null : id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commits of {@code tip} that {@code base} lacks. */
  Count since(String tip, String base) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      walk.markStart(walk.parseCommit(ObjectId.fromString(tip)));
      walk.markUninteresting(walk.parseCommit(ObjectId.fromString(base)));
      int commits = 0;
      int newest = 0;
      for (RevCommit commit : walk) {
        commits++;
        newest = Math.max(newest, commit.getCommitTime());
      }
      return commits == 0 ? Count.NONE : new Count(commits, Instant.ofEpochSecond(newest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The subjects of the commits of {@code tip} that {@code base} lacks, the newest first. */
  List<String> subjects(String tip, String base, int most) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(ObjectId.fromString(tip)));
      walk.markUninteresting(walk.parseCommit(ObjectId.fromString(base)));
      List<String> subjects = new ArrayList<>();
      for (RevCommit commit = walk.next();
          commit != null && subjects.size() < most;
          commit = walk.next()) {
        subjects.add(commit.abbreviate(8).name() + " " + commit.getShortMessage());
      }
      return subjects;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether {@code commit} holds everything that {@code earlier} holds. */
  boolean holds(String commit, String earlier) {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(
          walk.parseCommit(ObjectId.fromString(earlier)),
          walk.parseCommit(ObjectId.fromString(commit)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
