package dev.orc.activities.plan.spec;

import dev.orc.activities.plan.spec.JsonNode.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * One entry of a spec map, its shape checked, its files not.
 *
 * @param written the spec's file as the map writes it
 * @param spec absolute; null when the map does not name one rightly
 * @param project absolute; null when the map does not name one rightly
 * @param needs the names of what must be completed before it
 * @param place where the entry begins, as {@code map.json:3:5}
 * @param specPlace where its file is named
 * @param projectPlace where its directory is named
 */
record MapEntry(
    String written,
    Path spec,
    Path project,
    boolean enabled,
    List<String> tags,
    boolean newProject,
    int priority,
    List<Text> needs,
    String place,
    String specPlace,
    String projectPlace) {}
