package dev.orc.workflows.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;

/**
 * What an entry of a timeline tells as data, where more than a reader has to understand it: whoever
 * looks into a failure searches the timeline for these. The entry's sentence is made from it, here
 * and nowhere else.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is", defaultImpl = Trace.Other.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Trace.GivenUp.class, name = "given-up"),
  @JsonSubTypes.Type(value = Trace.NoProgress.class, name = "no-progress"),
  @JsonSubTypes.Type(value = Trace.StillNoProgress.class, name = "still-no-progress"),
  @JsonSubTypes.Type(value = Trace.Asks.class, name = "asks"),
  @JsonSubTypes.Type(value = Trace.Reported.class, name = "reported"),
  @JsonSubTypes.Type(value = Trace.Incomplete.class, name = "incomplete"),
  @JsonSubTypes.Type(value = Trace.Conflicts.class, name = "conflicts"),
  @JsonSubTypes.Type(value = Trace.VerificationFailed.class, name = "verification-failed"),
  @JsonSubTypes.Type(value = Trace.Other.class, name = "other")
})
public sealed interface Trace {
  /** As a person reads it. */
  String sentence();

  /** Nothing more is tried with an agent. */
  record GivenUp(String why) implements Trace {
    @Override
    public String sentence() {
      return "given up: " + why;
    }
  }

  /** An agent has shown no sign of work for so long, and was asked. */
  record NoProgress(long minutes) implements Trace {
    @Override
    public String sentence() {
      return "no progress for " + minutes + " min: asked";
    }
  }

  /**
   * It has still shown none.
   *
   * @param told who was told, in words
   */
  record StillNoProgress(String told) implements Trace {
    @Override
    public String sentence() {
      return "still no progress: " + told + " told";
    }
  }

  /** An agent's program shows a question. */
  record Asks(String question) implements Trace {
    @Override
    public String sentence() {
      return "asks: " + question;
    }
  }

  /**
   * An agent reported.
   *
   * @param line the first of it
   */
  record Reported(ReportKind report, String line) implements Trace {
    @Override
    public String sentence() {
      return report.name().toLowerCase(Locale.ROOT) + ": " + line;
    }
  }

  /**
   * The work was declared complete and is not.
   *
   * @param missing one line each
   */
  record Incomplete(List<String> missing) implements Trace {
    public Incomplete {
      missing = List.copyOf(missing);
    }

    @Override
    public String sentence() {
      return "not complete yet: " + joined();
    }

    public String joined() {
      return String.join("; ", missing);
    }
  }

  /**
   * Branches do not merge.
   *
   * @param branches one line each: whose it is, and the files
   */
  record Conflicts(List<String> branches) implements Trace {
    public Conflicts {
      branches = List.copyOf(branches);
    }

    @Override
    public String sentence() {
      return "conflicts: " + joined();
    }

    public String joined() {
      return String.join("; ", branches);
    }
  }

  /** The merged work does not pass. */
  record VerificationFailed(String command) implements Trace {
    @Override
    public String sentence() {
      return "verification failed: " + command;
    }
  }

  /** One of another edition: its entry's sentence says what it is. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Other() implements Trace {
    @Override
    public String sentence() {
      return "";
    }
  }
}
