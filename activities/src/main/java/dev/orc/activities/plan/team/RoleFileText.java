package dev.orc.activities.plan.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a role as a file that can be read again: where people begin with one of their own. */
public final class RoleFileText {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .build();

  private RoleFileText() {}

  public static String of(LibraryRole role) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("department", role.department());
    keys.put("duty", role.duty());
    keys.put("leads", role.leads());
    keys.put("minutes", role.minutes());
    keys.put("branch", role.branch());
    keys.put("stage", role.stage());
    keys.put("talks-to", role.talksTo());
    keys.put("waits-for", role.waitsFor());
    keys.put("needs", role.needs());
    keys.put("folders", role.folders());
    try {
      return "---\n" + YAML.writeValueAsString(keys) + "---\n\n" + role.brief() + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words and numbers can always be written", e);
    }
  }
}
