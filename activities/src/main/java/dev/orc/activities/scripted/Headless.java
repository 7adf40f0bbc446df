package dev.orc.activities.scripted;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The agent without a terminal: reads one prompt from its input, plays it, and ends. */
final class Headless {
  private final Commands commands;
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);

  private Headless(PaneEnvironment surroundings) {
    this.commands = new Commands(surroundings);
  }

  static void answer(String wanted, PaneEnvironment surroundings)
      throws IOException, InterruptedException {
    Playbook playbook = Library.find(wanted, surroundings.role(), surroundings.incarnation());
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    Prompt prompt = Prompt.of(1, text);
    Headless headless = new Headless(surroundings);
    for (PlaybookStep step : playbook.stepsFor(prompt)) {
      headless.play(step, new StepPlaceholders(surroundings, prompt).in(step.words()));
    }
  }

  private void play(PlaybookStep step, List<String> words)
      throws IOException, InterruptedException {
    switch (step.verb()) {
      case SAY -> out.write((words.get(0) + "\n").getBytes(StandardCharsets.UTF_8));
      case WRITE -> Files.writeString(Path.of(words.get(0)).getFileName(), words.get(1));
      case RUN -> commands.run(words);
      case BUSY -> Thread.sleep(step.millis());
      case HANG -> Thread.sleep(Long.MAX_VALUE);
      case CRASH, EXIT -> Runtime.getRuntime().halt(StepReader.number(words.get(0)));
      default ->
          throw new IllegalArgumentException(
              "without a terminal an agent can not '" + step.verb().word + "'");
    }
  }
}
