package dev.orc.activities.team;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A role as the library describes it.
 *
 * @param duty the job in one sentence
 * @param duties the job in detail, for the brief
 */
record CoreRole(
    boolean leads,
    int minutes,
    String branch,
    String duty,
    List<String> duties,
    @JsonProperty("talks-to") List<String> talksTo,
    @JsonProperty("waits-for") List<String> waitsFor) {
  CoreRole {
    duties = duties == null ? List.of() : List.copyOf(duties);
    talksTo = talksTo == null ? List.of() : List.copyOf(talksTo);
    waitsFor = waitsFor == null ? List.of() : List.copyOf(waitsFor);
  }
}
