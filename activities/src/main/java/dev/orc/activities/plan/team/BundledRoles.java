package dev.orc.activities.plan.team;

import dev.orc.activities.yaml.Fault;
import dev.orc.base.files.Bundled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The texts that come with orc: one file for each role, and the brief's template. Stateless. */
final class BundledRoles {
  private static final String INDEX = "roles/index.txt";

  private BundledRoles() {}

  /** The roles, in the order of the index: what lies in a jar can not be listed. */
  static Map<String, LibraryRole> read() {
    List<Fault> faults = new ArrayList<>();
    List<RoleDraft> drafts = new ArrayList<>();
    List<String> names = text(INDEX).lines().filter(line -> !line.isBlank()).toList();
    for (String name : names) {
      String file = "roles/" + name + ".md";
      drafts.add(RoleFileReader.read(name, Path.of(file), LibraryRole.BUNDLED, text(file), faults));
    }
    Map<String, LibraryRole> roles = new RoleLayer(Map.of(), drafts, names, faults).over();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("a role that comes with orc is faulty: " + faults);
    }
    return roles;
  }

  static String text(String resource) {
    return Bundled.text(BundledRoles.class, resource);
  }
}
