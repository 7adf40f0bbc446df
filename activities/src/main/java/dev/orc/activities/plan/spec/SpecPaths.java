package dev.orc.activities.plan.spec;

import dev.orc.activities.plan.spec.SpecWishes.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds the specs and spec maps that paths, folders and patterns name. For one request. */
final class SpecPaths {
  private static final String MAP = ".json";
  private static final String DOCUMENT = ".md";
  private static final String REMEDY = "name a spec, a spec map, a folder or a quoted pattern";

  /** Documents that most repositories have and that are no specs. */
  private static final Set<String> OTHERS =
      Set.of(
          "readme.md",
          "changelog.md",
          "contributing.md",
          "code_of_conduct.md",
          "security.md",
          "license.md",
          "agents.md",
          "claude.md",
          "gemini.md");

  private static final Set<Section> SIGNS =
      Set.of(
          Section.PROJECT,
          Section.GOAL,
          Section.REQUIREMENTS,
          Section.DELIVERABLES,
          Section.SUCCESS_CRITERIA);

  private final SpecWishes wishes;
  private final SpecFaults faults;

  SpecPaths(SpecWishes wishes, SpecFaults faults) {
    this.wishes = wishes;
    this.faults = faults;
  }

  void add(String text) {
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      faults.add(text, "no path that this host can have: " + e.getReason(), "name another");
      return;
    }
    if (!path.isAbsolute()) {
      faults.add(text, "not an absolute path", "name it from / on");
    } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) || !FileGlob.isOne(text)) {
      one(path.normalize());
    } else {
      pattern(text);
    }
  }

  private void one(Path path) {
    Path real = real(path);
    if (real == null) {
      return;
    }
    if (SpecKit.meantBy(real).isPresent()) {
      wishes.spec(SpecKit.meantBy(real).get().directory(), Named.BY_PERSON, path);
    } else if (Files.isDirectory(real)) {
      folder(real);
    } else if (ends(real, MAP)) {
      wishes.map(real);
    } else {
      wishes.spec(real, Named.BY_PERSON, path);
    }
  }

  private void pattern(String text) {
    List<Path> matches;
    try {
      matches = new FileGlob(text).matches();
    } catch (PatternSyntaxException e) {
      faults.add(text, "no pattern: " + e.getDescription(), "write it as '/path/*.md'");
      return;
    } catch (IOException e) {
      faults.add(text, e.getMessage(), "begin the pattern in a folder further down");
      return;
    }
    boolean any = false;
    for (Path match : matches) {
      any |= matched(match);
    }
    if (!any) {
      faults.add(text, "the pattern matches no spec and no spec map", REMEDY);
    }
  }

  private boolean matched(Path match) {
    boolean kit = kitIn(match);
    boolean inKit = match.getParent() != null && SpecKit.meantBy(match.getParent()).isPresent();
    if (kit || !inKit && ends(match, DOCUMENT) && !other(match)) {
      one(match);
      return true;
    }
    return !inKit && ends(match, MAP) && mapIn(match);
  }

  /** What lies in a folder, by name: documents, maps, and the Spec Kit directories below specs/. */
  private void folder(Path folder) {
    Set<Path> inside = new TreeSet<>();
    try {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> ends(file, DOCUMENT) || ends(file, MAP)).forEach(inside::add);
      }
      Path kits = folder.endsWith(SpecKit.FOLDER) ? folder : folder.resolve(SpecKit.FOLDER);
      if (Files.isDirectory(kits)) {
        try (Stream<Path> files = Files.list(kits)) {
          files.filter(file -> Files.isDirectory(file) && kitIn(file)).forEach(inside::add);
        }
      }
    } catch (IOException e) {
      faults.add(folder.toString(), "the folder can not be read", "chmod u+rx that folder");
      return;
    }
    long usable = inside.stream().filter(this::inFolder).count();
    if (usable == 0) {
      faults.add(folder.toString(), "there is no spec and no spec map in this folder", REMEDY);
    }
  }

  /** Whether the file of a folder is something to start. */
  private boolean inFolder(Path file) {
    Path real = real(file);
    if (real == null || Files.isDirectory(real) && !kitIn(real)) {
      return false;
    }
    if (Files.isDirectory(real)) {
      wishes.spec(real, Named.BY_FOLDER, file);
      return true;
    }
    return ends(real, MAP) ? mapIn(real) : documentIn(real, file);
  }

  private boolean mapIn(Path file) {
    try {
      if (!SpecMapReader.meantBy(SpecText.MAP.read(file))) {
        return false;
      }
    } catch (SpecRefusal unreadable) {
      return false; // some other program's file: a map that is named itself is told about
    }
    wishes.map(real(file));
    return true;
  }

  private static boolean kitIn(Path folder) {
    return SpecKit.meantBy(folder).filter(SpecKit::begun).isPresent();
  }

  private boolean documentIn(Path real, Path file) {
    if (other(file)) {
      return false;
    }
    try {
      SpecSections sections = new SpecSections(SpecText.DOCUMENT.read(real));
      if (SIGNS.stream().allMatch(sign -> sections.lines(sign).isEmpty())) {
        wishes.passBy(real, file, "no spec: no GOAL, REQUIREMENTS or the like is in it");
        return false;
      }
    } catch (SpecRefusal unreadable) {
      // Nobody can tell whether it is a spec: whoever reads it next says what is wrong.
      wishes.spec(real, Named.BY_FOLDER, file);
      return true;
    }
    wishes.spec(real, Named.BY_FOLDER, file);
    return true;
  }

  private Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException e) {
      boolean link = Files.isSymbolicLink(path);
      faults.add(
          path.toString(), link ? "a link that leads nowhere" : "there is no such file", REMEDY);
    } catch (IOException e) {
      faults.add(path.toString(), "can not be reached: " + e.getMessage(), "see: ls -l");
    }
    return null;
  }

  /** The path without links; itself when it can not be followed. */
  static Path realOr(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException e) {
      return path; // whoever reads it says what is wrong
    }
  }

  private static boolean other(Path file) {
    return OTHERS.contains(file.getFileName().toString().toLowerCase(Locale.ROOT));
  }

  private static boolean ends(Path file, String ending) {
    Path name = file.getFileName();
    return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
