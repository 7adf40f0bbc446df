package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ruby on Rails, which listens on loopback unless it is told otherwise. */
final class RailsServer implements DevServer {
  private static final Pattern GEM =
      Pattern.compile("^\\s*gem\\s*\\(?\\s*['\"]rails['\"]", Pattern.MULTILINE);

  @Override
  public Optional<Found> in(ProjectFiles files) {
    if (files.text("Gemfile").filter(text -> GEM.matcher(text).find()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        files.executable("bin/rails")
            ? new Found(List.of("bin/rails", "server"), "Gemfile names rails, bin/rails is there")
            : new Found(List.of("bundle", "exec", "rails", "server"), "Gemfile names rails"));
  }
}
