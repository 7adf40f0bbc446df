package dev.orc.activities.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.orc.activities.yaml.YamlNode.Entry;
import dev.orc.activities.yaml.YamlNode.Mapping;
import dev.orc.activities.yaml.YamlNode.Scalar;
import dev.orc.activities.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a YAML file into nodes that know their lines. For one file and thread. */
public final class YamlTree {
  private final Path file;
  private final List<Fault> faults;

  public YamlTree(Path file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** The document; an empty mapping when the file is empty or can not be read. */
  public Mapping read() {
    try {
      return read(Files.readString(file));
    } catch (IOException e) {
      faults.add(new Fault(file, 1, "it can not be read: " + e.getMessage(), "make it readable"));
      return new Mapping(1, Map.of());
    }
  }

  /** The same of a text that was read already, its first line being the file's first. */
  public Mapping read(String text) {
    try (JsonParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        return new Mapping(1, Map.of());
      }
      YamlNode root = node(parser);
      if (root instanceof Mapping mapping) {
        return mapping;
      }
      if (!(root instanceof Scalar scalar) || scalar.text() != null) {
        faults.add(new Fault(file, root.line(), "no keys are here", "write KEY: VALUE lines"));
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("it is not YAML");
      faults.add(new Fault(file, line, "this is not YAML: " + reason, "write KEY: VALUE lines"));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can always be read", e);
    }
    return new Mapping(1, Map.of());
  }

  private YamlNode node(JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(parser, line);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(parser));
      }
      return new Sequence(line, items);
    }
    return new Scalar(line, token == JsonToken.VALUE_NULL ? null : parser.getText());
  }

  private Mapping mapping(JsonParser parser, int line) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      if (entries.put(key, new Entry(keyLine, node(parser))) != null) {
        faults.add(new Fault(file, keyLine, "'" + key + "' is there twice", "keep one of them"));
      }
    }
    return new Mapping(line, entries);
  }
}
