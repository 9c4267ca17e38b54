package io.pulseline.normalizer.preview;

import io.pulseline.normalizer.record.AnswerShape;
import io.pulseline.normalizer.record.PayloadMapper;
import java.util.List;

/**
 * A kind that can be previewed.
 *
 * @param kind of payload
 * @param answers the provider's answers that are taken as a body
 */
record PreviewKind(String provider, String kind, List<AnswerShape> answers) {
    PreviewKind {
        answers = List.copyOf(answers);
    }

    static PreviewKind of(PayloadMapper mapper) {
        return new PreviewKind(mapper.provider(), mapper.kind(), mapper.answers());
    }
}
