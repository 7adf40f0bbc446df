package dev.orc.activities.plan.detect;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How large a project is, from what lies in it.
 *
 * @param size medium where there is no code yet to measure
 * @param reason one line with the numbers
 */
public record SizeEstimate(TeamSize size, String reason) {
  private static final double SMALL_BELOW = 5;
  private static final double MEDIUM_BELOW = 12;
  private static final double MOST_FOR_CODE = 10;
  private static final double MOST_FOR_FILES = 5;
  private static final int CODE_A_POINT = 10;
  private static final int FILES_A_POINT = 100;

  private static final List<PathPattern> TESTS =
      globs(
          "{test,tests,spec,__tests__}/**",
          "{*Test,*Tests,*IT,*_test,*_spec,*.test,*.spec,test_*}.*");
  private static final List<PathPattern> CI =
      globs(
          ".github/workflows/*",
          "{.gitlab-ci.yml,.travis.yml,Jenkinsfile,azure-pipelines.yml,bitbucket-pipelines.yml}",
          "{.circleci,.ci,.buildkite}/*");
  private static final List<PathPattern> DOCKER =
      globs("{Dockerfile*,Containerfile}", "{docker-,}compose*.{yaml,yml}");

  public static SizeEstimate of(ProjectTree files) {
    List<String> paths = files.paths();
    long code = paths.stream().filter(Sources::code).count();
    if (code == 0) {
      return new SizeEstimate(
          TeamSize.MEDIUM, "there is no code yet to measure, so the usual size");
    }
    double tests = any(paths, TESTS) ? 2 : 0;
    double ci = any(paths, CI) ? 2 : 0;
    double docker = any(paths, DOCKER) ? 1 : 0;
    double points =
        Math.min(code / (double) CODE_A_POINT, MOST_FOR_CODE)
            + Math.min(paths.size() / (double) FILES_A_POINT, MOST_FOR_FILES)
            + tests
            + ci
            + docker;
    return new SizeEstimate(
        size(points),
        String.format(
            Locale.ROOT,
            "%d of %d files are code%s%s%s: %.1f points",
            code,
            paths.size(),
            tests > 0 ? ", tests" : "",
            ci > 0 ? ", CI" : "",
            docker > 0 ? ", Docker" : "",
            points));
  }

  private static TeamSize size(double points) {
    if (points < SMALL_BELOW) {
      return TeamSize.SMALL;
    }
    return points < MEDIUM_BELOW ? TeamSize.MEDIUM : TeamSize.LARGE;
  }

  private static boolean any(List<String> paths, List<PathPattern> globs) {
    return paths.stream().anyMatch(path -> globs.stream().anyMatch(glob -> glob.matches(path)));
  }

  private static List<PathPattern> globs(String... globs) {
    return Stream.of(globs).map(PathPattern::new).toList();
  }
}
