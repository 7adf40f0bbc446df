package dev.orc.activities.team;

import java.util.List;

/**
 * The team that a type of project gets.
 *
 * @param core who is in it, in the order in which they are launched
 * @param keep the same roles, those first that stay when there is room for fewer
 * @param optional who comes when there is room for more
 * @param more who comes after those, when the size still wants more
 */
record TeamType(
    String type, List<String> core, List<String> keep, List<String> optional, List<String> more) {
  TeamType {
    core = List.copyOf(core);
    keep = List.copyOf(keep);
    optional = List.copyOf(optional);
    more = List.copyOf(more);
  }
}
