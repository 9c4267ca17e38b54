package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.Answer;
import io.pulseline.normalizer.record.AnswerShape;
import io.pulseline.normalizer.record.PayloadMapper;
import java.util.List;

/** What all of Google Health's mappers share. */
abstract class GoogleMapper implements PayloadMapper {
    private final String kind;

    /**
     * @param kind of payload, see {@code OpenSets.PayloadKind}
     */
    GoogleMapper(String kind) {
        this.kind = kind;
    }

    @Override
    public final String provider() {
        return OpenSets.Provider.GOOGLE_HEALTH;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final PayloadCaptured rehearsal() {
        return GoogleRehearsal.of(kind);
    }

    @Override
    public final List<AnswerShape> answers() {
        return GoogleAnswers.shapes(kind);
    }

    @Override
    public final List<PayloadCaptured> payloadsOf(Answer answer) {
        return GoogleAnswers.cut(kind, answer);
    }
}
