package dev.orc.activities.start;

import dev.orc.activities.spec.SpecDocument;
import dev.orc.workflows.model.NewProject;
import java.nio.file.Path;

/** Makes the repositories of new projects. */
public interface ProjectMaker {
  /**
   * Where the repository would be; nothing is made.
   *
   * @param spec the file that it is for
   * @throws dev.orc.activities.Refusal when it can not be there
   */
  Path wanted(NewProject wish, Path spec);

  /** Makes it, its first commit holding the spec; answers its root. */
  Path make(NewProject wish, SpecDocument spec);
}
