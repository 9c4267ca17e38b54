package io.pulseline.pipeline.dashboard.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.pipelines.PartForms.Group;
import io.pulseline.pipeline.dashboard.pipelines.Recipes.Recipe;
import io.pulseline.pipeline.grant.GrantReads;
import io.pulseline.pipeline.grant.GrantView;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.pipeline.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the pages of pipelines show, in a fixed number of statements. */
@RequestScoped
public class PipelinesReads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shells shells;
    private final Pipelines pipelines;
    private final GrantReads grants;
    private final PartForms parts;

    PipelinesReads(Shells shells, Pipelines pipelines, GrantReads grants, PartForms parts) {
        this.shells = shells;
        this.pipelines = pipelines;
        this.grants = grants;
        this.parts = parts;
    }

    /** To be called inside a transaction. */
    Uni<ListView> list() {
        return shells.of(Section.PIPELINES)
                .chain(shell ->
                        pipelines
                                .ofUser(shell.user())
                                .map(own ->
                                        new ListView(
                                                shell,
                                                own.stream()
                                                        .map(one ->
                                                                PipelineLine.of(
                                                                        one, parts, shell.reader()))
                                                        .toList(),
                                                Recipes.all())));
    }

    /**
     * A pipeline of the user, to be changed. To be called inside a transaction.
     *
     * @throws NotFoundException later, if the user has no such pipeline
     */
    Uni<EditorView> saved(UUID pipelineId) {
        return pipelines
                .ofUser(shells.user(), pipelineId)
                .map(found ->
                        found.orElseThrow(() -> new NotFoundException("no pipeline " + pipelineId)))
                .chain(pipeline -> editor(json(pipeline)));
    }

    /**
     * A new one. To be called inside a transaction.
     *
     * @param recipe to begin with; null to begin with nothing
     * @throws NotFoundException if there is no such recipe
     */
    Uni<EditorView> fresh(@Nullable String recipe) {
        return editor(
                recipe == null
                        ? JSON.createObjectNode()
                        : Recipes.byId(recipe)
                                .map(Recipe::pipeline)
                                .orElseThrow(() -> new NotFoundException("no recipe " + recipe)));
    }

    private Uni<EditorView> editor(JsonNode pipeline) {
        return shells.of(Section.PIPELINES)
                .chain(shell ->
                        grants.of(shell.user()).map(given -> editor(shell, pipeline, given)));
    }

    private EditorView editor(Shell shell, JsonNode pipeline, List<GrantView> given) {
        return new EditorView(
                shell,
                pipeline.path("pipelineId").textValue(),
                pipeline.path("name").asText(),
                pipeline.path("enabled").asBoolean(true),
                pipeline.path("includeEarlier").asBoolean(false),
                pipeline.path("deliverEarly").asBoolean(false),
                Fields.of(
                        Sources.all().getFirst().settings().schema(),
                        "trigger",
                        pipeline.path("trigger")),
                parts.boosters(pipeline),
                parts.targets(pipeline, given),
                parts.allBoosters(),
                parts.allTargets(given));
    }

    /** As the API shows it, so that recipes and saved ones fill the form alike. */
    private static JsonNode json(Pipeline pipeline) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("pipelineId", pipeline.id().toString())
                        .put("name", pipeline.name())
                        .put("enabled", pipeline.enabled())
                        .put("includeEarlier", pipeline.includeEarlier())
                        .put("deliverEarly", pipeline.deliverEarly());
        json.set("trigger", JSON.valueToTree(pipeline.trigger()));
        json.set("boosters", JSON.valueToTree(pipeline.boosters()));
        for (PipelineTarget target : pipeline.targets()) {
            json.withArray("targets")
                    .addObject()
                    .put("targetId", target.id().toString())
                    .put("id", target.type())
                    .put("disabledReason", target.disabledReason())
                    .put("pausedReason", target.pausedReason())
                    .set("configuration", target.configuration());
        }
        return json;
    }

    /** All pipelines of a user, in the user's order. */
    public record ListView(Shell shell, List<PipelineLine> pipelines, List<Recipe> recipes) {
        public ListView {
            pipelines = List.copyOf(pipelines);
            recipes = List.copyOf(recipes);
        }
    }

    /**
     * One pipeline in a form.
     *
     * @param pipelineId null for one that is not saved yet
     * @param boosters it has
     * @param targets it has
     * @param groups boosters that it may get
     * @param kinds targets that it may get
     */
    public record EditorView(
            Shell shell,
            @Nullable String pipelineId,
            String name,
            boolean enabled,
            boolean includeEarlier,
            boolean deliverEarly,
            List<Field> trigger,
            List<PartForm> boosters,
            List<PartForm> targets,
            List<Group> groups,
            List<PartForm> kinds) {
        public EditorView {
            trigger = List.copyOf(trigger);
            boosters = List.copyOf(boosters);
            targets = List.copyOf(targets);
            groups = List.copyOf(groups);
            kinds = List.copyOf(kinds);
        }

        /** Heading of the page. */
        public String title() {
            return pipelineId == null ? Texts.say("pipelines_new") : name;
        }

        /** What saving asks of the API. */
        public String call() {
            return pipelineId == null ? "POST /api/pipelines" : "PUT /api/pipelines/" + pipelineId;
        }

        /** Kind of record that a list of the trigger stands with alone; empty for any. */
        public String when(Field field) {
            return switch (field.name()) {
                case "activityTypes" -> "activity";
                case "metrics" -> "metric";
                default -> "";
            };
        }

        /** The reader's zone as browsers know it. */
        public String zone() {
            String zone = shell.reader().zone().getId();
            return zone.equals("Z") ? "UTC" : zone;
        }
    }
}
