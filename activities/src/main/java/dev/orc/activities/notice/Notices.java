package dev.orc.activities.notice;

import dev.orc.activities.text.CleanText;
import dev.orc.workflows.activities.NoticeActivities;
import dev.orc.workflows.model.HostFolders;
import dev.orc.workflows.model.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what needs them: in {@code notices.jsonl} of the state folder, in the log, and by
 * the command that they have configured. A command that failed is tried again when the activity is;
 * nothing else is told twice. Thread-safe: one notice at a time.
 */
public final class Notices implements NoticeActivities {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final NoticeFile file;
  private final Optional<NoticeCommand> command;

  public Notices(HostFolders folders, Optional<NoticeCommand> command) {
    this.file = new NoticeFile(folders.state().resolve("notices.jsonl"));
    this.command = command;
  }

  @Override
  public synchronized void tell(Need need) {
    try {
      if (file.of(need) == null) {
        LOG.warn("needs a person: {}", line(need));
        file.add(NoticeFile.Step.LISTED, need);
      }
      if (command.isPresent() && file.of(need) == NoticeFile.Step.LISTED) {
        command.get().run(need);
        file.add(NoticeFile.Step.TOLD, need);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the notice could not be told: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while telling a notice", e);
    }
  }

  private static String line(Need need) {
    String agent = need.role() == null ? need.project() : need.project() + ":" + need.role();
    return CleanText.oneLine(agent + ": " + need.what() + " (" + need.remedy() + ")");
  }
}
