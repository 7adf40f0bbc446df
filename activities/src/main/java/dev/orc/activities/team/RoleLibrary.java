package dev.orc.activities.team;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The roles that come with orc. Immutable. */
final class RoleLibrary {
  /** A second one of a role is called as {@code developer-2}. */
  private static final Pattern NUMBER = Pattern.compile("-[1-9][0-9]{0,2}$");

  private final List<String> defaultTeam;
  private final Map<String, CoreRole> roles;

  private RoleLibrary(Content content) {
    this.defaultTeam = List.copyOf(content.defaultTeam());
    this.roles = new LinkedHashMap<>(content.roles());
  }

  static RoleLibrary bundled() {
    try (InputStream yaml = RoleLibrary.class.getResourceAsStream("roles.yaml")) {
      return new RoleLibrary(new YAMLMapper().readValue(yaml, Content.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> defaultTeam() {
    return defaultTeam;
  }

  List<String> names() {
    return List.copyOf(roles.keySet());
  }

  /** The role of that name, or the one that a numbered name stands for. */
  Optional<CoreRole> role(String name) {
    CoreRole exact = roles.get(name);
    return Optional.ofNullable(exact == null ? roles.get(base(name)) : exact);
  }

  /** The role's name without the number of a second one. */
  static String base(String name) {
    return NUMBER.matcher(name).replaceFirst("");
  }

  static String canonical(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private record Content(
      @JsonProperty("default-team") List<String> defaultTeam, Map<String, CoreRole> roles) {}
}
