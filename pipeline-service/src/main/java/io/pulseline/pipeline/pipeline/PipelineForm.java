package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.BoosterType;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.PipelineDraft.TargetDraft;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the body of {@code POST} and {@code PUT /api/pipelines}. */
@ApplicationScoped
class PipelineForm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 200;
    private static final int MOST_BOOSTERS = 20;
    private static final int MOST_TARGETS = 10;
    private static final int LONGEST_WORD = 100;

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
        Form form;
        try {
            form = Form.of(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        // The ids and times of an answer may come back with it; they say nothing here.
        form.knowsOnly(
                "name",
                "enabled",
                "trigger",
                "includeEarlier",
                "boosters",
                "targets",
                "pipelineId",
                "createdAt",
                "changedAt");
        Form trigger = form.form("trigger").knowsOnly("record");
        PipelineDraft draft =
                new PipelineDraft(
                        form.text("name", LONGEST_NAME),
                        form.flag("enabled", true),
                        trigger.optionalChoice("record", List.of(RecordType.ACTIVITY))
                                .orElse(RecordType.ACTIVITY),
                        form.flag("includeEarlier", false),
                        form.forms("boosters", 0, MOST_BOOSTERS).stream()
                                .map(PipelineForm::booster)
                                .toList(),
                        form.forms("targets", 1, MOST_TARGETS).stream().map(this::target).toList());
        form.refuseIfWrong();
        return draft;
    }

    private static BoosterChoice booster(Form form) {
        form.knowsOnly("id", "configuration");
        List<String> known = Boosters.all().stream().map(BoosterType::id).toList();
        Form configuration = form.form("configuration");
        Optional<BoosterType> type =
                Optional.of(form.choice("id", known))
                        .filter(_ -> isOneOf(form, known))
                        .flatMap(Boosters::byId);
        type.ifPresent(chosen -> {
            var _ = chosen.configured(configuration);
        });
        return new BoosterChoice(type.map(BoosterType::id).orElse(""), configuration.json());
    }

    private TargetDraft target(Form form) {
        form.knowsOnly("id", "configuration", "targetId", "disabledAt", "disabledReason");
        List<String> known = targets.all().stream().map(Target::id).toList();
        Form configuration = form.form("configuration");
        String id = form.choice("id", known);
        TargetChoice choice =
                isOneOf(form, known)
                        ? targets.byId(id).orElseThrow().chosen(configuration)
                        : new TargetChoice(JsonNodeFactory.instance.objectNode(), Optional.empty());
        return new TargetDraft(targetId(form), id, choice);
    }

    private static boolean isOneOf(Form form, List<String> known) {
        return known.contains(form.json().path("id").asText());
    }

    private static Optional<UUID> targetId(Form form) {
        Optional<String> text = form.optionalText("targetId", LONGEST_WORD);
        try {
            return text.map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            form.complain("targetId", "is not the id of a target");
            return Optional.empty();
        }
    }
}
