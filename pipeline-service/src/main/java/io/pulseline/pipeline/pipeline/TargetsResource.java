package io.pulseline.pipeline.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.login.CurrentUser;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Heard;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Single targets of pipelines: tries them, and changes their secrets. */
@Path("/api/pipelines/{pipelineId}/targets/{targetId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pipelines")
@APIResponse(responseCode = "404", description = "The user has no such target")
class TargetsResource {
    private static final Setting<Optional<String>> SECRET =
            Setting.text("secret", 4000).secret().optional();

    private static final Setting<Integer> OVERLAP_HOURS =
            Setting.wholeNumber("overlapHours", 0, 7 * 24).byDefault(24);

    private static final Settings NEW_SECRET = Settings.of(SECRET, OVERLAP_HOURS);

    private final TargetDesk desk;
    private final Targets kinds;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    TargetsResource(
            TargetDesk desk,
            Targets kinds,
            Transactions transactions,
            CurrentUser user,
            Clock clock) {
        this.desk = desk;
        this.kinds = kinds;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /**
     * How a trial ended.
     *
     * @param outcome ACCEPTED, LATER, REFUSED, PAUSED (it does not know us) or DISABLED
     * @param reason null if it was accepted
     * @param status of HTTP; null if there was no answer, or none in HTTP
     * @param answer an excerpt of what the target said; null for nothing
     */
    record Trial(
            String outcome,
            @Nullable String reason,
            @Nullable Integer status,
            @Nullable String answer,
            long durationMilliseconds) {
        static Trial of(DeliveryOutcome outcome, Duration took) {
            Heard heard = outcome.heard();
            return new Trial(
                    word(outcome),
                    reason(outcome),
                    heard == null ? null : heard.status(),
                    heard == null || heard.excerpt().isEmpty() ? null : heard.excerpt(),
                    took.toMillis());
        }

        private static String word(DeliveryOutcome outcome) {
            return switch (outcome) {
                case DeliveryOutcome.Accepted _ -> "ACCEPTED";
                case DeliveryOutcome.Later _, DeliveryOutcome.Postponed _ -> "LATER";
                case DeliveryOutcome.Refused _ -> "REFUSED";
                case DeliveryOutcome.Paused _ -> "PAUSED";
                case DeliveryOutcome.Disabled _ -> "DISABLED";
            };
        }

        private static @Nullable String reason(DeliveryOutcome outcome) {
            return switch (outcome) {
                case DeliveryOutcome.Accepted _ -> null;
                case DeliveryOutcome.Later later -> later.reason();
                case DeliveryOutcome.Postponed postponed -> postponed.reason();
                case DeliveryOutcome.Refused refused -> refused.reason();
                case DeliveryOutcome.Paused paused -> paused.reason();
                case DeliveryOutcome.Disabled disabled -> disabled.reason();
            };
        }
    }

    /** As it is sent; for the description of the API. */
    @Schema(name = "SecretWish")
    record Sent(
            @Schema(description = "Of your own; left out, a webhook gets one from us")
                    @Nullable String secret,
            @Schema(minimum = "0", maximum = "168", defaultValue = "24") int overlapHours) {
        @Override
        public String toString() {
            return "Sent[for " + overlapHours + " h]";
        }
    }

    /**
     * A new secret.
     *
     * @param secret the one we made, shown this once; null if the user brought it
     * @param previousUntil when the one before ends; null if it does not hold any more
     */
    record NewSecret(@Nullable String secret, @Nullable Instant previousUntil) {
        @Override
        public String toString() {
            return "NewSecret[until " + previousUntil + "]";
        }
    }

    @POST
    @Path("test")
    @Operation(
            summary = "Try a target now",
            description =
                    "Proves its address and what opens it, and leaves no record there: a webhook gets"
                            + " `pulseline.test`. If it accepts, a target that rested is in use again,"
                            + " and what waited for it goes out.")
    @APIResponse(responseCode = "200", description = "How it ended")
    // The target may take its time.
    @Blocking
    public Trial test(
            @PathParam("pipelineId") UUID pipelineId, @PathParam("targetId") UUID targetId) {
        UUID asking = user.id();
        SendableTarget target =
                existing(
                        transactions.writeAndWait(
                                () -> desk.toSend(asking, pipelineId, targetId, now())),
                        targetId);
        Trial trial = tried(target);
        if ("ACCEPTED".equals(trial.outcome())) {
            transactions.writeAndWait(() -> desk.resume(targetId, now()));
            desk.committed();
        }
        return trial;
    }

    private Trial tried(SendableTarget target) {
        long begun = System.nanoTime();
        DeliveryOutcome outcome = kind(target).test(target.recipient());
        return Trial.of(outcome, Duration.ofNanos(System.nanoTime() - begun));
    }

    @POST
    @Path("secret")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = Sent.class)))
    @Operation(
            summary = "Give a target another secret",
            description =
                    "`secret` is the new one; a webhook without it gets one from us, shown this once."
                            + " `overlapHours` (0 to 168, 24 if absent) is how long a webhook is"
                            + " signed with both; other targets use the new one at once.")
    @APIResponse(responseCode = "200", description = "It holds from now on")
    @APIResponse(responseCode = "400", description = "Fields that cannot be taken, by name")
    public Uni<NewSecret> changeSecret(
            @PathParam("pipelineId") UUID pipelineId,
            @PathParam("targetId") UUID targetId,
            byte[] body)
            throws JsonProcessingException {
        UUID asking = user.id();
        Form form = Form.read(body);
        Values asked = NEW_SECRET.read(form);
        form.refuseIfWrong();
        Instant now = now();
        return transactions
                .write(() ->
                        desk.toSend(asking, pipelineId, targetId, now)
                                .map(found -> existing(found, targetId))
                                .chain(target -> changed(target, asked, form, now)))
                .invoke(desk::committed);
    }

    private Uni<NewSecret> changed(SendableTarget target, Values asked, Form form, Instant now) {
        Target kind = kind(target);
        Optional<String> given = asked.of(SECRET);
        Optional<String> made = given.isPresent() ? Optional.empty() : kind.newSecret();
        Optional<String> secret = given.or(() -> made);
        if (secret.isEmpty()) {
            form.complain(SECRET.name(), "is required: this target makes none itself");
        }
        Optional<String> name = kind.settings().secretName();
        if (name.isEmpty()) {
            form.complain(SECRET.name(), "is not known here: this target has none");
        }
        given.ifPresent(text -> name.ifPresent(own -> check(target, kind, own, text, form)));
        form.refuseIfWrong();
        boolean signs = kind.newSecret().isPresent();
        return desk.changeSecret(
                        target.target().id(),
                        secret.orElseThrow(),
                        Duration.ofHours(signs ? asked.of(OVERLAP_HOURS) : 0),
                        now)
                .map(until -> new NewSecret(made.orElse(null), until.orElse(null)));
    }

    /** By the rules of its configuration, where it has a name of its own. */
    private static void check(
            SendableTarget target, Target kind, String name, String secret, Form form) {
        ObjectNode configuration = target.target().configuration().deepCopy();
        configuration.put(name, secret);
        Form whole = Form.of(configuration);
        var _ = kind.read(whole);
        whole.errors().stream()
                .filter(error -> error.field().equals(name))
                .forEach(error -> form.complain(SECRET.name(), error.reason()));
    }

    private Target kind(SendableTarget target) {
        return kinds.byId(target.target().type())
                .orElseThrow(() -> new NotFoundException("no target " + target.target().type()));
    }

    private static SendableTarget existing(Optional<SendableTarget> found, UUID targetId) {
        return found.orElseThrow(() -> new NotFoundException("no target " + targetId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
