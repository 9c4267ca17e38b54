package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.PipelineDraft.TargetDraft;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Values;
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
        Values trigger = Sources.TRIGGER.read(form.form("trigger"));
        PipelineDraft draft =
                new PipelineDraft(
                        form.text("name", LONGEST_NAME),
                        form.flag("enabled", true),
                        trigger.of(Sources.RECORD),
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
        Form configuration = form.form("configuration");
        chosen(form, Boosters.all())
                .ifPresent(type -> {
                    var _ = type.read(configuration);
                });
        return new BoosterChoice(form.json().path("id").asText(), configuration.json());
    }

    private TargetDraft target(Form form) {
        form.knowsOnly("id", "configuration", "targetId", "disabledAt", "disabledReason");
        Form configuration = form.form("configuration");
        TargetChoice choice =
                chosen(form, targets.all())
                        .flatMap(target -> target.read(configuration))
                        .orElseGet(TargetChoice::none);
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
        Optional<String> text = form.optionalText("targetId", LONGEST_WORD);
        try {
            return text.map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            form.complain("targetId", "is not the id of a target");
            return Optional.empty();
        }
    }
}
