package dev.orc.workflows.project;

import dev.orc.workflows.model.BatchRef;
import dev.orc.workflows.model.Phase;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an orchestration is introduced to Temporal, whoever starts it: what its lists and its web UI
 * show of it.
 *
 * @param memo what a list shows without asking the orchestration
 * @param attributes what operators filter on; the server must know all of them
 * @param summary one line
 * @param details Markdown
 */
public record Introduction(
    Map<String, Object> memo, SearchAttributes attributes, String summary, String details) {
  private static final SearchAttributeKey<String> HOST = SearchAttributeKey.forKeyword("OrcHost");
  private static final SearchAttributeKey<String> TEAM =
      SearchAttributeKey.forKeyword("OrcTeamType");
  private static final SearchAttributeKey<String> BATCH = SearchAttributeKey.forKeyword("OrcBatch");

  private static final int LONGEST_SUMMARY = 200;

  public Introduction {
    memo = Map.copyOf(memo);
  }

  /** That of an orchestration at its beginning. */
  public static Introduction of(ProjectInput input) {
    String where =
        "Project `" + input.project() + "` in `" + input.directory() + "` on " + input.host();
    return new Introduction(memo(input), attributes(input), summary(input), where);
  }

  private static Map<String, Object> memo(ProjectInput input) {
    Map<String, Object> memo = new LinkedHashMap<>();
    memo.put("title", String.valueOf(input.spec().title()));
    memo.put("directory", input.directory());
    memo.put("spec", input.spec().digest());
    BatchRef batch = input.batch();
    if (batch != null) {
      memo.put("batch", batch.workflow());
      memo.put("item", batch.item());
      memo.put("attempt", batch.attempt());
    }
    return memo;
  }

  private static SearchAttributes attributes(ProjectInput input) {
    SearchAttributes.Builder attributes =
        SearchAttributes.newBuilder()
            .set(HOST, input.host())
            .set(TEAM, input.team().type())
            .set(SearchAttribute.PHASE, Phase.PREPARING.name());
    return input.batch() == null
        ? attributes.build()
        : attributes.set(BATCH, input.batch().workflow()).build();
  }

  private static String summary(ProjectInput input) {
    String title = String.valueOf(input.spec().title());
    String whole = title + ", " + input.team().roles().size() + " agents";
    return whole.length() <= LONGEST_SUMMARY ? whole : whole.substring(0, LONGEST_SUMMARY);
  }
}
