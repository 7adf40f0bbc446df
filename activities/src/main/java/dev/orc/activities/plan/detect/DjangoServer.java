package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Optional;

/** Django, which listens on loopback unless it is told otherwise. */
final class DjangoServer implements DevServer {
  @Override
  public Optional<Found> in(ProjectFiles files) {
    return files
        .text("manage.py")
        .filter(text -> text.contains("django"))
        .map(
            text ->
                new Found(List.of("python", "manage.py", "runserver"), "manage.py is Django's"));
  }
}
