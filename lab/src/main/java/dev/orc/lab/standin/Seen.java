package dev.orc.lab.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the stand-in was asked: for each part the user's texts in the order in which they first
 * came, and for each letter of an orchestration when it came. Thread-safe.
 */
public final class Seen {
  private static final Pattern LETTERHEAD =
      Pattern.compile("\\[orc (\\S{1,100}) from (\\S{1,100})]\\R");

  /** Programs that were given no part. */
  private static final Talk.Part NOBODY = new Talk.Part("-", "-");

  /** A letter as the model saw it; its text goes to the next letterhead or to the end. */
  public record SeenLetter(String id, String from, String text) {}

  /** One request. */
  public record Request(Instant at, String path, Mood mood, boolean aside, String role) {}

  private static final class Strand {
    private final List<String> all = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();

    /** What this conversation holds more often than any earlier request of the part did. */
    List<String> grow(List<String> texts) {
      Map<String, Integer> counts = new HashMap<>();
      List<String> fresh = new ArrayList<>();
      for (String text : texts) {
        int count = counts.merge(text, 1, Integer::sum);
        if (count > known.getOrDefault(text, 0)) {
          known.put(text, count);
          fresh.add(text);
        }
      }
      all.addAll(fresh);
      return fresh;
    }
  }

  private final Map<String, Strand> strands = new TreeMap<>();
  private final Map<String, Instant> arrivals = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();

  synchronized void note(Instant now, String path, Mood mood, Talk talk) {
    Talk.Part part = talk.part().orElse(NOBODY);
    requests.add(new Request(now, path, mood, talk.aside(), part.role()));
    if (talk.aside()) {
      return;
    }
    String key = part.project() + ":" + part.role();
    for (String text : strands.computeIfAbsent(key, one -> new Strand()).grow(talk.texts())) {
      Matcher head = LETTERHEAD.matcher(text);
      while (head.find()) {
        arrivals.putIfAbsent(head.group(1), now);
      }
    }
    notifyAll();
  }

  /** All requests, in order. */
  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The user's texts for an agent, named {@code project:role}, in order; repeats are repeated. */
  public synchronized List<String> texts(String agent) {
    Strand strand = strands.get(agent);
    return strand == null ? List.of() : List.copyOf(strand.all);
  }

  /** The letters in these texts, in order. */
  public List<SeenLetter> letters(String agent) {
    List<SeenLetter> letters = new ArrayList<>();
    for (String text : texts(agent)) {
      letters.addAll(lettersIn(text));
    }
    return letters;
  }

  /** When the model first saw each letter, by its id. */
  public synchronized Map<String, Instant> arrivals() {
    return Map.copyOf(arrivals);
  }

  private static List<SeenLetter> lettersIn(String text) {
    List<SeenLetter> letters = new ArrayList<>();
    Matcher head = LETTERHEAD.matcher(text);
    String id = null;
    String from = null;
    int begin = 0;
    while (head.find()) {
      if (id != null) {
        letters.add(new SeenLetter(id, from, text.substring(begin, head.start())));
      }
      id = head.group(1);
      from = head.group(2);
      begin = head.end();
    }
    if (id != null) {
      letters.add(new SeenLetter(id, from, text.substring(begin)));
    }
    return letters;
  }
}
