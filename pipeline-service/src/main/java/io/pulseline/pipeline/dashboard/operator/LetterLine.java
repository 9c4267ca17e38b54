package io.pulseline.pipeline.dashboard.operator;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.operator.DeadLetter;
import io.pulseline.pipeline.operator.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, without what is in it.
 *
 * @param decision in words; null while it is open
 * @param why in the operator's words; null where none were asked
 */
public record LetterLine(
        int partition,
        long offset,
        String at,
        String key,
        String reason,
        String size,
        String schema,
        @Nullable String decision,
        @Nullable String why) {
    static LetterLine of(DeadLetter letter, Reader reader) {
        Decision decision = letter.decision();
        return new LetterLine(
                letter.partition(),
                letter.offset(),
                reader.moment(letter.at()),
                orAbsent(letter.key()),
                orAbsent(letter.reason()),
                reader.whole(letter.valueBytes(), "B"),
                letter.schemaId() == null ? Reader.ABSENT : letter.schemaId().toString(),
                decision == null ? null : words(decision, reader),
                decision == null ? null : decision.reason());
    }

    /** Where it is, for the labels of buttons. */
    public String place() {
        return partition + "/" + offset;
    }

    private static String words(Decision decision, Reader reader) {
        return switch (decision.kind()) {
            case REDRIVEN ->
                    Texts.say(
                            decision.doneAt() == null ? "operator_redriving" : "operator_redriven",
                            reader.moment(decision.at()));
            case DISCARDED -> Texts.say("operator_discarded", reader.moment(decision.at()));
        };
    }

    private static String orAbsent(@Nullable String text) {
        return text == null ? Reader.ABSENT : text;
    }
}
