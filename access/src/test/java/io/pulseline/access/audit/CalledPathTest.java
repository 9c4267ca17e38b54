package io.pulseline.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalledPathTest {
    @Test
    void idsStandInTheOrderOfTheirNames() {
        CalledPath path =
                CalledPath.of(
                        "/api/pipelines/{pipelineId}/targets/{targetId: [^/]+}/test",
                        Map.of("targetId", List.of("b"), "pipelineId", List.of("a")));

        assertThat(path.objectIds()).containsExactly("a", "b");
        assertThat(path.aboutUser()).isNull();
        assertThat(path.isOfApi()).isTrue();
    }

    @Test
    void whatNoIdLooksLikeIsNotKept() {
        CalledPath path =
                CalledPath.of(
                        "/api/x/{a}/{b}/{c}",
                        Map.of("a", List.of("my secret"), "b", List.of("\0")));

        assertThat(path.objectIds()).containsExactly("?", "?", "?");
    }

    @Test
    void aUserInThePathIsKnownAsOne() {
        UUID user = UUID.randomUUID();

        assertThat(
                        CalledPath.of(
                                        "/api/users/{userId}/tier",
                                        Map.of("userId", List.of(user.toString())))
                                .aboutUser())
                .isEqualTo(user);
    }
}
