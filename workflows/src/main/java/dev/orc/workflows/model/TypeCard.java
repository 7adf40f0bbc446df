package dev.orc.workflows.model;

import java.util.List;

/**
 * A type of project, as a person wants to see it.
 *
 * @param about in a few words
 * @param alsoCalled other words for it
 * @param signs what it is told by, one line each, with the weight
 * @param core who is in its team, in the order in which they are launched
 * @param optional who comes when there is room for more, those of a condition among them
 * @param more who comes after those, when the size still wants more
 * @param dependencies which roles a role needs, one line for each
 * @param conditions when a role comes, one line for each
 * @param lanes whose work goes on to whom, one line for each
 * @param phases who works in which, and which specialists serve in it, one line for each
 * @param origin bundled, or the file that it comes from
 */
public record TypeCard(
    String name,
    String about,
    List<String> alsoCalled,
    List<String> signs,
    List<String> core,
    List<String> optional,
    List<String> more,
    List<String> dependencies,
    List<String> conditions,
    List<String> lanes,
    List<String> phases,
    String origin) {
  public TypeCard {
    alsoCalled = alsoCalled == null ? List.of() : List.copyOf(alsoCalled);
    signs = signs == null ? List.of() : List.copyOf(signs);
    core = core == null ? List.of() : List.copyOf(core);
    optional = optional == null ? List.of() : List.copyOf(optional);
    more = more == null ? List.of() : List.copyOf(more);
    dependencies = dependencies == null ? List.of() : List.copyOf(dependencies);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    lanes = lanes == null ? List.of() : List.copyOf(lanes);
    phases = phases == null ? List.of() : List.copyOf(phases);
  }
}
