package dev.orc.workflows.model;

import java.util.List;

/**
 * Asks the worker for a new orchestration. Everything but the spec may be null.
 *
 * @param spec absolute path of the Markdown document, or of a Spec Kit directory
 * @param project absolute path of the repository; found from the spec's git root otherwise
 * @param name the slug; made from the repository's folder otherwise
 * @param driver the agent program for every role
 * @param team what the team should be like
 * @param programs role to driver and arguments, for those that differ; each as {@code role=driver}
 * @param settings changes to {@link ProjectSettings}, each as {@code key=value}
 * @param newProject what to make when the project is not there yet; null to use the one there is
 * @param devServer the dev server's command line, {@link #NO_DEV_SERVER} for no such window; found
 *     from the project's type otherwise
 * @param env the configured environment that it is started for, as {@code staging}; null for none
 * @param review what a person has to approve before it counts as complete; null when nobody has to
 */
public record StartRequest(
    String id,
    String by,
    String spec,
    String project,
    String name,
    String driver,
    TeamWish team,
    List<String> programs,
    List<String> settings,
    NewProject newProject,
    String devServer,
    String env,
    String review) {
  /** Wants no window for a dev server. */
  public static final String NO_DEV_SERVER = "none";

  public StartRequest {
    team = team == null ? TeamWish.NONE : team;
    programs = programs == null ? List.of() : List.copyOf(programs);
    settings = settings == null ? List.of() : List.copyOf(settings);
  }

  /** For no environment and without a review. */
  public StartRequest(
      String id,
      String by,
      String spec,
      String project,
      String name,
      String driver,
      TeamWish team,
      List<String> programs,
      List<String> settings,
      NewProject newProject,
      String devServer) {
    this(
        id,
        by,
        spec,
        project,
        name,
        driver,
        team,
        programs,
        settings,
        newProject,
        devServer,
        null,
        null);
  }

  /** The same for an environment. */
  public StartRequest withEnv(String other) {
    return new StartRequest(
        id,
        by,
        spec,
        project,
        name,
        driver,
        team,
        programs,
        settings,
        newProject,
        devServer,
        other,
        review);
  }

  /** The same, complete only when a person has approved this of it; null for nobody. */
  public StartRequest withReview(String what) {
    return new StartRequest(
        id,
        by,
        spec,
        project,
        name,
        driver,
        team,
        programs,
        settings,
        newProject,
        devServer,
        env,
        what);
  }

  /** A spec for a repository that is there, with the default team. */
  public static StartRequest of(String id, String by, String spec, String project) {
    return new StartRequest(
        id, by, spec, project, null, null, TeamWish.NONE, List.of(), List.of(), null, null);
  }

  /** The same for another spec. */
  public StartRequest withSpec(String other) {
    return new StartRequest(
        id,
        by,
        other,
        project,
        name,
        driver,
        team,
        programs,
        settings,
        newProject,
        devServer,
        env,
        review);
  }

  /** The same for a repository that is there. */
  public StartRequest withProject(String directory) {
    return new StartRequest(
        id,
        by,
        spec,
        directory,
        name,
        driver,
        team,
        programs,
        settings,
        newProject,
        devServer,
        env,
        review);
  }

  /** The same as a request of its own. */
  public StartRequest withId(String other) {
    return new StartRequest(
        other,
        by,
        spec,
        project,
        name,
        driver,
        team,
        programs,
        settings,
        newProject,
        devServer,
        env,
        review);
  }

  /** The same with another team in mind. */
  public StartRequest withTeam(TeamWish other) {
    return new StartRequest(
        id,
        by,
        spec,
        project,
        name,
        driver,
        other,
        programs,
        settings,
        newProject,
        devServer,
        env,
        review);
  }
}
