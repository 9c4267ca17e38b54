package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.Answer;
import io.pulseline.normalizer.record.AnswerShape;
import io.pulseline.normalizer.record.PayloadMapper;
import java.util.List;

/** What all of Fitbit's mappers share. */
abstract class FitbitMapper implements PayloadMapper {
    private final String kind;

    /**
     * @param kind of payload, see {@code OpenSets.PayloadKind}
     */
    FitbitMapper(String kind) {
        this.kind = kind;
    }

    @Override
    public final String provider() {
        return OpenSets.Provider.FITBIT;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final PayloadCaptured rehearsal() {
        return FitbitRehearsal.of(kind);
    }

    @Override
    public final List<AnswerShape> answers() {
        return FitbitAnswers.shapes(kind);
    }

    @Override
    public final List<PayloadCaptured> payloadsOf(Answer answer) {
        return FitbitAnswers.cut(kind, answer);
    }
}
