package io.pulseline.pipeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.form.FieldError;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PipelineOrderTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID STRANGE = new UUID(0, 3);

    @Test
    void everyPipelineOnceIsAnOrder() {
        assertThat(new PipelineOrder(List.of(B, A)).complaints(List.of(A, B))).isEmpty();
        assertThat(new PipelineOrder(List.of()).complaints(List.of())).isEmpty();
    }

    @Test
    void everythingElseIsNamed() {
        assertThat(new PipelineOrder(List.of(A, STRANGE, A)).complaints(List.of(A, B)))
                .containsExactly(
                        new FieldError("pipelineIds[1]", "is no pipeline of yours: " + STRANGE),
                        new FieldError("pipelineIds[2]", "comes twice: " + A),
                        new FieldError("pipelineIds", "lacks your pipeline " + B));
    }
}
