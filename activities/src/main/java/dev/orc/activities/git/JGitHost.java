package dev.orc.activities.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Settles what JGit would otherwise find out about the host by itself: it measures file times for
 * three seconds at its first use in a home, and starts git to find its configuration. Reading
 * commits needs none of that, nor anything of a person's configuration. Thread-safe.
 */
final class JGitHost extends SystemReader.Delegate {
  private static final JGitHost HOST = new JGitHost(SystemReader.getInstance());

  private JGitHost(SystemReader usual) {
    super(usual);
  }

  static void settle() {
    if (SystemReader.getInstance() != HOST) {
      SystemReader.setInstance(HOST);
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Known(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Known(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Known(parent, fs);
  }

  /** A configuration without a file, that knows how coarse file times may be. */
  private static final class Known extends FileBasedConfig {
    private static final long COARSEST_MILLIS = 10;

    Known(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long usual, TimeUnit unit) {
      return "filesystem".equals(section)
          ? unit.convert(COARSEST_MILLIS, TimeUnit.MILLISECONDS)
          : super.getTimeUnit(section, subsection, name, usual, unit);
    }

    @Override
    public Long getTimeUnit(String section, String subsection, String name, TimeUnit unit) {
      return "filesystem".equals(section)
          ? Long.valueOf(unit.convert(COARSEST_MILLIS, TimeUnit.MILLISECONDS))
          : super.getTimeUnit(section, subsection, name, unit);
    }
  }
}
