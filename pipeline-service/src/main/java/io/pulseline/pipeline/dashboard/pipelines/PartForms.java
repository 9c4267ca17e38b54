package io.pulseline.pipeline.dashboard.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.booster.metric.MetricBoosters;
import io.pulseline.pipeline.dashboard.pipelines.PartForm.Consent;
import io.pulseline.pipeline.grant.GrantState;
import io.pulseline.pipeline.grant.GrantView;
import io.pulseline.pipeline.pipeline.Trigger;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms of boosters and targets: those of a pipeline, and empty ones of the catalogue. */
@ApplicationScoped
class PartForms {
    private static final String BOOSTERS = "boosters";
    private static final String TARGETS = "targets";
    private static final String STRAVA = "strava";
    private static final String CONNECT = "/targets/strava/connect";

    private final Targets targets;

    PartForms(Targets targets) {
        this.targets = targets;
    }

    /**
     * Empty forms of boosters that are shown together.
     *
     * @param when kind of record they are for
     */
    public record Group(String title, String when, List<PartForm> boosters) {
        public Group {
            boosters = List.copyOf(boosters);
        }
    }

    /** The boosters of a pipeline as it is sent. */
    List<PartForm> boosters(JsonNode pipeline) {
        List<PartForm> forms = new ArrayList<>();
        for (JsonNode sent : pipeline.path(BOOSTERS)) {
            String path = BOOSTERS + "[" + forms.size() + "]";
            forms.add(
                    booster(sent.path("id").asText())
                            .map(part -> PartForm.of(part, path, true, when(part), sent, null))
                            .orElseGet(() -> PartForm.unknown(path, true, sent)));
        }
        return forms;
    }

    /** The targets of a pipeline as it is sent. */
    List<PartForm> targets(JsonNode pipeline, List<GrantView> grants) {
        List<PartForm> forms = new ArrayList<>();
        for (JsonNode sent : pipeline.path(TARGETS)) {
            String path = TARGETS + "[" + forms.size() + "]";
            forms.add(
                    targets.byId(sent.path("id").asText())
                            .map(target -> target(target, path, sent, grants))
                            .orElseGet(() -> PartForm.unknown(path, false, sent)));
        }
        return forms;
    }

    /** Every booster, empty. */
    List<Group> allBoosters() {
        return BoosterGroup.all().stream().map(PartForms::group).toList();
    }

    private static Group group(BoosterGroup group) {
        List<PartForm> forms =
                parts().filter(part -> group.has(part.id()))
                        .map(part ->
                                PartForm.of(
                                        part,
                                        BOOSTERS + Fields.NUMBER,
                                        true,
                                        when(part),
                                        MissingNode.getInstance(),
                                        null))
                        .toList();
        String when = forms.isEmpty() ? "" : forms.getFirst().when();
        return new Group(group.title(), when, forms);
    }

    /** Every target, empty. */
    List<PartForm> allTargets(List<GrantView> grants) {
        return targets.all().stream()
                .map(target ->
                        target(target, TARGETS + Fields.NUMBER, MissingNode.getInstance(), grants))
                .toList();
    }

    private static PartForm target(
            Target target, String path, JsonNode sent, List<GrantView> grants) {
        String when =
                target.takesActivities() && target.takesMetrics()
                        ? ""
                        : target.takesActivities() ? Trigger.ACTIVITY : Trigger.METRIC;
        return PartForm.of(target, path, false, when, sent, consent(target, grants));
    }

    private static @Nullable Consent consent(Target target, List<GrantView> grants) {
        if (!target.id().equals(STRAVA)) {
            return null;
        }
        Consent none = new Consent(false, null, CONNECT);
        return grants.stream()
                .filter(grant -> grant.target().equals(STRAVA))
                .findFirst()
                .map(PartForms::consent)
                .orElse(none);
    }

    private static Consent consent(GrantView grant) {
        boolean active = grant.state() == GrantState.ACTIVE;
        return new Consent(active, active ? grant.remoteName() : grant.reason(), CONNECT);
    }

    /** What people call a kind of booster; its id where this version no longer has it. */
    static String boosterTitle(String id) {
        return booster(id).map(Part::title).orElse(id);
    }

    /** What people call a kind of target; its id where this version no longer has it. */
    String targetTitle(String id) {
        return targets.byId(id).map(Part::title).orElse(id);
    }

    private static Optional<Part> booster(String id) {
        return parts().filter(part -> part.id().equals(id)).findFirst();
    }

    private static Stream<Part> parts() {
        return Stream.concat(Boosters.all().stream(), MetricBoosters.all().stream());
    }

    private static String when(Part part) {
        return MetricBoosters.byId(part.id()).isPresent() ? Trigger.METRIC : Trigger.ACTIVITY;
    }
}
