package io.pulseline.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunQueryTest {
    @ParameterizedTest
    @CsvSource({"plain, plain", "100%, 100\\%", "a_b, a\\_b", "a\\b, a\\\\b", "\\%, \\\\\\%"})
    void whatLikeWouldReadOtherwiseIsEscaped(String text, String pattern) {
        assertThat(RunQuery.literally(text)).isEqualTo(pattern);
    }

    @Test
    void withoutFiltersOnlyUserAndRecordTypeAreAsked() {
        UUID user = UUID.randomUUID();
        RunFilter all =
                new RunFilter(Set.of("activity"), Set.of(), null, null, null, null, null, null);

        RunQuery query = new RunQuery(user, all, null);

        assertThat(query.parameters())
                .containsOnlyKeys("user", "recordTypes")
                .containsEntry("user", user);
        assertThat(query.sql()).doesNotContain("delivery", "like");
    }
}
