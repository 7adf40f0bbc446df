package dev.orc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command answers a wrong use with one line and exit code 2, before it asks the worker. */
class WrongArgumentsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up now|Unmatched argument",
        "down --now|Unknown option: '--now'",
        "doctor who|Unmatched argument",
        "worker dance|Unmatched argument",
        "logs --worker --temporal|one log at a time",
        "logs -n many|Invalid value for option '--lines'",
        "start|which spec?",
        "start a.md --parallel 0|--parallel 0 is out of range",
        "start a.md --log-level loud|'loud' is no level of a story",
        "start a.md --batch Nightly|'Nightly' is not a name",
        "start a.md --wacth|unknown option '--wacth'",
        "start a.md --json --watch|--json and --watch do not go together",
        "status a b|Unmatched argument",
        "status NotASlug|'NotASlug' is not a name",
        "list everything|Unmatched argument",
        "agents a b|Unmatched argument",
        "watch --slow|Unknown option",
        "attach a:b:c|is no target",
        "timeline shop --since yesterday|Invalid value for option '--since'",
        "worktrees a b|Unmatched argument",
        "worktrees prune|Missing required parameter: 'PROJECT'",
        "diff a b|Unmatched argument",
        "diff a:b:c|is no target",
        "diff shop --colour|Unknown option",
        "sync|what about the branches?",
        "sync dance|Unmatched argument",
        "sync status a b|Unmatched argument",
        "sync status a --refresh 0|--refresh 0 is out of range",
        "sync status a --refresh soon|Invalid value for option '--refresh'",
        "sync status a --export .|'.' is no file to write into",
        "pause a b|Unmatched argument",
        "resume --why|Unknown option",
        "rebrief|Missing required parameter: 'TARGET'",
        "authorize x|Missing required parameter: 'ANSWER'",
        "authorize x maybe|'maybe' is no answer",
        "finish a b|Unmatched argument",
        "stop a b|Unmatched argument",
        "send|Missing required parameter: 'TARGET'",
        "send shop:developer|the text is empty",
        "send shop:developer --priorty|unknown option '--priorty'",
        "send shop:developer hi --priority 100|priority 100 is out of range",
        "send shop:developer hi --priority high|Invalid value for option '--priority'",
        "send shop:developer hi --ttl soon|'soon' is no time for --ttl",
        "send shop:developer hi --ttl 0m|'0m' is no time for --ttl",
        "send shop:developer hi --field a=b|--field belongs to a template",
        "send shop:developer hi --template task|a template makes the text itself",
        "send shop:developer --template letter|there is no template 'letter'",
        "send shop:developer --template task|template task needs title",
        "send shop:developer --template task --field title|'title' is not key=value",
        "send Shop:developer hi|is no target",
        "inbox a:b:c|is no target",
        "report|Missing required parameters: 'KIND', 'TEXT'",
        "report done --role a --project b|Missing required parameter: 'TEXT'",
        "report happy x --role a --project b|'happy' is no kind of report",
        "report answer x --role a --project b|an answer needs the message's id",
        "report done x --to lead --role a --project b|--to goes with answer",
        "report done x|who reports is not known",
        "checkin dance|Unmatched argument",
        "checkin add note --every 90s --to shop:a|whole minutes",
        "checkin add soon note --to shop:a|'soon' is no number of minutes",
        "checkin add 30 --to shop:a|a check-in needs a note",
        "checkin add 30 note|who gets the check-in?",
        "checkin add note --every 5m --daily 09:00 --to shop:a|one schedule at a time",
        "checkin add note --daily 25:00 --to shop:a|'25:00' is no time of day",
        "checkin add note --cron * --to shop:a|has not five fields",
        "checkin add note --daily 9:00 --zone Mars --to shop:a|'Mars' is no time zone",
        "checkin remove|Missing required parameter: 'ID'",
        "queue dance|Unmatched argument",
        "queue add|Missing required parameter: 'PATH'",
        "queue list --all --batch a|do not go together",
        "queue show|Missing required parameter: 'ITEM'",
        "queue remove|Missing required parameter: 'ITEM'",
        "queue move a|where to?",
        "queue move a --first --last|where to?",
        "queue pause a|Unmatched argument",
        "queue retry|retry which?",
        "queue retry a --all|--all and ITEM do not go together",
        "queue watch --batch A|'A' is not a name",
        "queue report --format xml|no format 'xml'",
        "research|Missing required parameter: 'PROJECT'",
        "research shop --analysis --watch|--watch follows an agent",
        "completed --since soon|'soon' is no time for --since",
        "completed --format csv --json|do not go together",
        "release|Missing required parameter: 'MESSAGE'",
        "release fix: x|Unmatched argument",
        "release x --push|Unknown option",
        "release x --co-author Ann|'Ann' is no author",
        "load --queue 0|--queue 0 is out of range",
        "load --queue 5 --agents 2|--agents does not go with --queue",
        "load --fail-once 5|--fail-once goes with --queue",
        "load --queue 5 --fail-once 60 --fail-always 60|more than a hundred of a hundred",
        "version 2|Unmatched argument",
        "completion|Missing required parameter: 'SHELL'",
        "completion tcsh|no completion for 'tcsh'",
        "setup --check|setup is the launcher's",
        "worker run|the launcher starts the worker",
        "stat|there is no command 'stat'. Did you mean: orc status",
        "sned x|there is no command 'sned'. Did you mean: orc send",
      })
  void saysSoInOneLine(String line, String expected) {
    Shell.Result result = new Shell(folder).run(line.split(" ", -1));

    assertThat(result.err()).startsWith("orc: ").contains(expected);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.exit()).isEqualTo(2);
  }
}
