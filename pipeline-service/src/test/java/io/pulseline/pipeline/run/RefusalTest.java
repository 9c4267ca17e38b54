package io.pulseline.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.tier.Allowance;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final Allowance HOBBYIST = new Allowance(Tier.HOBBYIST, null);
    private static final Allowance ATHLETE = new Allowance(Tier.ATHLETE, null);

    @Test
    void aTargetAboveTheTierHearsOfNothingNew() {
        assertThat(refusal(null, Tier.ATHLETE, EventType.CREATED, HOBBYIST))
                .isEqualTo("needs the tier ATHLETE");
    }

    @Test
    void aTargetThatWasToldIsToldOfCorrectionsWhateverTheTierIsNow() {
        assertThat(refusal(null, Tier.ATHLETE, EventType.UPDATED, HOBBYIST)).isNull();
        assertThat(refusal(null, Tier.ATHLETE, EventType.DELETED, HOBBYIST)).isNull();
    }

    @Test
    void aTargetOfTheTierIsTried() {
        assertThat(refusal(null, Tier.ATHLETE, EventType.CREATED, ATHLETE)).isNull();
        assertThat(refusal(null, Tier.HOBBYIST, EventType.CREATED, HOBBYIST)).isNull();
    }

    @Test
    void aDisabledTargetIsNotTriedAtAll() {
        assertThat(refusal("it is gone", Tier.HOBBYIST, EventType.DELETED, ATHLETE))
                .isEqualTo("the target is disabled: it is gone");
    }

    private static @Nullable String refusal(
            @Nullable String disabled, Tier needed, EventType event, Allowance allowance) {
        PipelineTarget target =
                new PipelineTarget(
                        UUID.randomUUID(),
                        "post",
                        JsonNodeFactory.instance.objectNode(),
                        disabled == null ? null : Instant.EPOCH,
                        disabled,
                        null,
                        null);
        return RunPlan.refusal(target, new Kind(needed), event, allowance);
    }

    /** A kind of target that nothing is ever sent to. */
    private record Kind(Tier tier) implements Target {
        @Override
        public String id() {
            return "post";
        }

        @Override
        public String title() {
            return "Post";
        }

        @Override
        public String description() {
            return "By post.";
        }

        @Override
        public Settings settings() {
            return Settings.of();
        }

        @Override
        public TargetChoice configured(Values values, Form form) {
            throw new IllegalStateException("nobody configures it");
        }

        @Override
        public Optional<String> newSecret() {
            return Optional.empty();
        }

        @Override
        public Content content(EventType event, Result result, JsonNode configuration) {
            throw new IllegalStateException("nothing is sent");
        }

        @Override
        public DeliveryOutcome test(Recipient recipient) {
            throw new IllegalStateException("nobody tries it");
        }

        @Override
        public DeliveryOutcome send(Parcel parcel) {
            throw new IllegalStateException("nothing is sent");
        }
    }
}
