package io.pulseline.pipeline.operator;

import io.pulseline.pipeline.tier.TierCounts;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the street stands now, of all users together.
 *
 * @param connectionsByState how many are in each state that any is in
 * @param connectionsByProvider how many each provider has, in whatever state: how far the move to
 *     Google Health is
 * @param lag of our consumers; null where Kafka did not answer within 2 s
 * @param deadLetters null where Kafka did not answer within 2 s
 */
@Schema(description = "How the street stands now, of all users together; no health data")
public record Overview(
        Map<String, Long> connectionsByState,
        Map<String, Long> connectionsByProvider,
        DueWork work,
        TierCounts tiers,
        @Nullable List<Lag> lag,
        @Nullable List<DeadLetterCount> deadLetters) {}
