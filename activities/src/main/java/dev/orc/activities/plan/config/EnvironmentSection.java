package dev.orc.activities.plan.config;

import java.util.List;

/**
 * What differs where a project is worked on for an environment, such as staging.
 *
 * @param verify commands that prove the result there, besides the spec's
 * @param branch that work begins on and comes back to; null for whichever is there
 * @param devServer its command line; null for the usual one
 * @param variables names of variables that agents get as the worker has them; never their values
 */
public record EnvironmentSection(
    List<String> verify, String branch, String devServer, List<String> variables) {
  public EnvironmentSection {
    verify = List.copyOf(verify);
    variables = List.copyOf(variables);
  }
}
