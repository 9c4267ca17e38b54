package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.booster.metric.MetricBoosters;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.PipelineDraft.TargetDraft;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what is sent to {@code /api/pipelines} and below it. */
@ApplicationScoped
public class PipelineForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BOOSTERS = 20;
    private static final int MOST_TARGETS = 10;
    private static final int LONGEST_WORD = 100;
    private static final String VERSION = "version";

    private final Targets targets;

    PipelineForm(Targets targets) {
        this.targets = targets;
    }

    /**
     * The draft in a body.
     *
     * @throws io.pulseline.pipeline.form.InvalidFormException naming every wrong field
     * @throws JsonProcessingException if it is not JSON
     */
    PipelineDraft read(byte[] body) throws JsonProcessingException {
        Form form = form(body);
        return sent(form, form.text("name", PipelineDraft.LONGEST_NAME));
    }

    /**
     * The pipeline that a draft would become; not saved. It may lack a name, and keeps the id that
     * it came with. Its targets have no secrets.
     *
     * @param user whose it would be
     * @throws io.pulseline.pipeline.form.InvalidFormException naming every wrong field, of the
     *     whole body
     */
    public Pipeline unsaved(Form form, UUID user) {
        Optional<UUID> id =
                form.optionalText("pipelineId", LONGEST_WORD)
                        .flatMap(text ->
                                uuid(form, "pipelineId", text, "is not the id of a pipeline"));
        String name =
                form.optionalText("name", PipelineDraft.LONGEST_NAME).orElse("without a name");
        return sent(form, name).unsaved(id.orElseGet(UUID::randomUUID), user);
    }

    private PipelineDraft sent(Form form, String name) {
        // The ids and times of an answer may come back with it; they say nothing here.
        form.knowsOnly(
                "name",
                "enabled",
                "trigger",
                "includeEarlier",
                "deliverEarly",
                "boosters",
                "targets",
                "pipelineId",
                "createdAt",
                "changedAt");
        return draft(
                form,
                name,
                "id",
                "configuration",
                "targetId",
                "disabledAt",
                "disabledReason",
                "pausedAt",
                "pausedReason",
                "notice");
    }

    /** The draft in an export, which has no ids; otherwise like {@link #read}. */
    PipelineDraft readExport(byte[] body) throws JsonProcessingException {
        return exported(form(body));
    }

    /**
     * A copy of a saved pipeline, checked by the rules of today.
     *
     * @throws io.pulseline.pipeline.form.InvalidFormException if they no longer allow it
     */
    PipelineDraft copyOf(Pipeline pipeline) {
        return exported(Form.of(PipelineExport.of(pipeline).json())).copy();
    }

    /** The order in a body; whether it is one, only the pipelines tell. */
    PipelineOrder readOrder(byte[] body) throws JsonProcessingException {
        Form form = form(body);
        form.knowsOnly(PipelineOrder.FIELD);
        if (!form.has(PipelineOrder.FIELD)) {
            form.complain(PipelineOrder.FIELD, "is required: the ids of all your pipelines");
        }
        List<String> ids =
                form.optionalTexts(
                                PipelineOrder.FIELD, 0, PipelineDesk.MOST_PIPELINES, LONGEST_WORD)
                        .orElse(List.of());
        List<UUID> read = new ArrayList<>(ids.size());
        for (int place = 0; place < ids.size(); place++) {
            String field = PipelineOrder.FIELD + "[" + place + "]";
            uuid(form, field, ids.get(place), "is not the id of a pipeline").ifPresent(read::add);
        }
        form.refuseIfWrong();
        return new PipelineOrder(read);
    }

    private static Form form(byte[] body) throws JsonProcessingException {
        try {
            return Form.of(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private PipelineDraft exported(Form form) {
        JsonNode version = form.json().path(VERSION);
        if (!version.isInt() || version.intValue() != PipelineExport.VERSION) {
            form.complain(VERSION, "must be " + PipelineExport.VERSION + ", the only one there is");
        }
        // What another version says in its fields is not for us to judge.
        form.refuseIfWrong();
        form.knowsOnly(
                VERSION,
                "name",
                "enabled",
                "trigger",
                "includeEarlier",
                "deliverEarly",
                "boosters",
                "targets");
        return draft(form, form.text("name", PipelineDraft.LONGEST_NAME), "id", "configuration");
    }

    private PipelineDraft draft(Form form, String name, String... fieldsOfTargets) {
        Trigger trigger = Sources.trigger(Sources.TRIGGER.read(form.form("trigger")));
        PipelineDraft draft =
                new PipelineDraft(
                        name,
                        form.flag("enabled", true),
                        trigger,
                        form.flag("includeEarlier", false),
                        form.flag("deliverEarly", false),
                        form.forms("boosters", 0, MOST_BOOSTERS).stream()
                                .map(booster -> booster(booster, trigger.takesActivities()))
                                .toList(),
                        form.forms("targets", 1, MOST_TARGETS).stream()
                                .map(target ->
                                        target(
                                                target.knowsOnly(fieldsOfTargets),
                                                trigger.takesActivities()))
                                .toList());
        form.refuseIfWrong();
        return draft;
    }

    private static BoosterChoice booster(Form form, boolean isForActivities) {
        form.knowsOnly("id", "required", "configuration");
        Form configuration = form.form("configuration");
        if (isForActivities) {
            chosen(form, Boosters.all())
                    .ifPresent(type -> {
                        var _ = type.read(configuration);
                    });
        } else {
            chosen(form, MetricBoosters.all())
                    .ifPresent(type -> {
                        var _ = type.read(configuration);
                    });
        }
        return new BoosterChoice(
                form.json().path("id").asText(),
                form.flag("required", false),
                configuration.json());
    }

    private TargetDraft target(Form form, boolean isForActivities) {
        Form configuration = form.form("configuration");
        Optional<Target> kind = chosen(form, targets.all());
        kind.filter(target -> !(isForActivities ? target.takesActivities() : target.takesMetrics()))
                .ifPresent(target ->
                        form.complain(
                                "id",
                                isForActivities
                                        ? target.title() + " takes metrics only"
                                        : target.title() + " takes activities only"));
        TargetChoice choice =
                kind.flatMap(target -> target.read(configuration)).orElseGet(TargetChoice::none);
        return new TargetDraft(targetId(form), form.json().path("id").asText(), choice);
    }

    /** The part whose id the form names; empty if there is none. */
    private static <P extends Part> Optional<P> chosen(Form form, List<P> known) {
        // Notes what is wrong; a stand-in would be checked against settings that are not its own.
        var _ = form.choice("id", known.stream().map(Part::id).toList());
        String id = form.json().path("id").asText();
        return known.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    private static Optional<UUID> targetId(Form form) {
        return form.optionalText("targetId", LONGEST_WORD)
                .flatMap(text -> uuid(form, "targetId", text, "is not the id of a target"));
    }

    private static Optional<UUID> uuid(Form form, String field, String text, String complaint) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            form.complain(field, complaint);
            return Optional.empty();
        }
    }
}
