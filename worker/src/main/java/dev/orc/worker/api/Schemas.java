package dev.orc.worker.api;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orc.worker.process.Json;
import dev.orc.workflows.model.Accepted;
import dev.orc.workflows.model.Analysis;
import dev.orc.workflows.model.AnswerRequest;
import dev.orc.workflows.model.AnswerTaken;
import dev.orc.workflows.model.ApiError;
import dev.orc.workflows.model.AuthorizeRequest;
import dev.orc.workflows.model.BatchAdd;
import dev.orc.workflows.model.BatchAdded;
import dev.orc.workflows.model.BatchSpecs;
import dev.orc.workflows.model.BatchStatus;
import dev.orc.workflows.model.BranchDiff;
import dev.orc.workflows.model.BranchPatch;
import dev.orc.workflows.model.CancelCheckIn;
import dev.orc.workflows.model.CheckInRequest;
import dev.orc.workflows.model.Completed;
import dev.orc.workflows.model.DraftRequest;
import dev.orc.workflows.model.ExportedTeam;
import dev.orc.workflows.model.FormerLife;
import dev.orc.workflows.model.HostHealth;
import dev.orc.workflows.model.ItemRequest;
import dev.orc.workflows.model.LedRequest;
import dev.orc.workflows.model.LedSpecs;
import dev.orc.workflows.model.Letter;
import dev.orc.workflows.model.MoveRequest;
import dev.orc.workflows.model.Night;
import dev.orc.workflows.model.NoticeStatus;
import dev.orc.workflows.model.NoticeTest;
import dev.orc.workflows.model.OpenQuestion;
import dev.orc.workflows.model.ProjectStatus;
import dev.orc.workflows.model.ProjectSummary;
import dev.orc.workflows.model.Report;
import dev.orc.workflows.model.RepositoryTrust;
import dev.orc.workflows.model.Request;
import dev.orc.workflows.model.RoleBrief;
import dev.orc.workflows.model.RoleCard;
import dev.orc.workflows.model.RoleRequest;
import dev.orc.workflows.model.RolesRequest;
import dev.orc.workflows.model.SpecDraft;
import dev.orc.workflows.model.SpecsReport;
import dev.orc.workflows.model.SpecsRequest;
import dev.orc.workflows.model.StartRequest;
import dev.orc.workflows.model.Started;
import dev.orc.workflows.model.SyncStatus;
import dev.orc.workflows.model.TeamAddition;
import dev.orc.workflows.model.TeamPlan;
import dev.orc.workflows.model.TeamRequest;
import dev.orc.workflows.model.TimelineEntry;
import dev.orc.workflows.model.TrustRequest;
import dev.orc.workflows.model.TypeCard;
import dev.orc.workflows.model.WorktreeState;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON schemas of the records that the API speaks in. Not thread-safe. */
final class Schemas {
  private static final List<Class<?>> SPOKEN =
      List.of(
          Accepted.class,
          Analysis.class,
          AnswerRequest.class,
          AnswerTaken.class,
          ApiError.class,
          AuthorizeRequest.class,
          BatchAdd.class,
          BatchAdded.class,
          BatchSpecs.class,
          BatchStatus.class,
          BranchDiff.class,
          BranchPatch.class,
          CancelCheckIn.class,
          CheckInRequest.class,
          DraftRequest.class,
          ExportedTeam.class,
          FormerLife.class,
          Completed.class,
          HostHealth.class,
          ItemRequest.class,
          Letter.class,
          LedRequest.class,
          LedSpecs.class,
          NoticeStatus.class,
          NoticeTest.class,
          MoveRequest.class,
          OpenQuestion.class,
          Night.class,
          ProjectStatus.class,
          ProjectSummary.class,
          Report.class,
          Request.class,
          RoleBrief.class,
          RoleCard.class,
          RoleRequest.class,
          RolesRequest.class,
          SpecDraft.class,
          SpecsReport.class,
          SpecsRequest.class,
          StartRequest.class,
          SyncStatus.class,
          TeamAddition.class,
          Started.class,
          TeamPlan.class,
          TeamRequest.class,
          TimelineEntry.class,
          TrustRequest.class,
          TypeCard.class,
          RepositoryTrust.class,
          WorktreeState.class);

  private static final Map<Class<?>, String> PLAIN =
      Map.of(
          String.class, "string",
          int.class, "integer",
          long.class, "integer",
          Integer.class, "integer",
          Long.class, "integer",
          boolean.class, "boolean",
          Boolean.class, "boolean",
          double.class, "number");

  private final ObjectNode schemas = Json.strict().createObjectNode();

  /** Those that are spoken and all that they hold. */
  ObjectNode all() {
    SPOKEN.forEach(this::schema);
    return schemas;
  }

  private ObjectNode schema(Type type) {
    ObjectNode node = Json.strict().createObjectNode();
    if (type instanceof ParameterizedType generic) {
      return container(node, generic);
    }
    Class<?> plain = (Class<?>) type;
    if (PLAIN.containsKey(plain)) {
      return node.put("type", PLAIN.get(plain));
    }
    if (isWord(plain)) {
      return node.put("type", "string");
    }
    if (plain == Instant.class || plain == Duration.class) {
      return node.put("type", "string")
          .put("format", plain == Instant.class ? "date-time" : "duration");
    }
    if (!schemas.has(plain.getSimpleName())) {
      define(plain);
    }
    return node.put("$ref", "#/components/schemas/" + plain.getSimpleName());
  }

  private ObjectNode container(ObjectNode node, ParameterizedType generic) {
    Type[] of = generic.getActualTypeArguments();
    if (generic.getRawType() == Map.class) {
      node.put("type", "object").set("additionalProperties", schema(of[1]));
    } else {
      node.put("type", "array").set("items", schema(of[0]));
    }
    return node;
  }

  /** A type of its own here, and one word in JSON. */
  private static boolean isWord(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  private void define(Class<?> type) {
    ObjectNode node = schemas.putObject(type.getSimpleName());
    if (type.isSealed()) {
      node.put("type", "object")
          .put("description", "What it is says 'is'; the rest depends on it.");
      node.putObject("properties").putObject("is").put("type", "string");
      return;
    }
    if (type.isEnum()) {
      ArrayNode words = node.put("type", "string").putArray("enum");
      for (Object word : type.getEnumConstants()) {
        words.add(word.toString());
      }
      return;
    }
    ObjectNode properties = node.put("type", "object").putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      ObjectNode said = schema(component.getGenericType());
      properties.set(
          component.getName(), component.getType().isPrimitive() ? said : orNothing(said));
    }
  }

  /** What nobody has said is null. */
  private static ObjectNode orNothing(ObjectNode said) {
    if (said.has("$ref")) {
      ObjectNode either = Json.strict().createObjectNode();
      either.putArray("anyOf").add(said).addObject().put("type", "null");
      return either;
    }
    String type = said.path("type").asText();
    said.putArray("type").add(type).add("null");
    return said;
  }
}
