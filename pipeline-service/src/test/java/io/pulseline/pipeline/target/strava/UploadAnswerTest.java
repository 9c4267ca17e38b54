package io.pulseline.pipeline.target.strava;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.http.HttpAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By hand, after the fact sheet, section 1.3. */
class UploadAnswerTest {

    private static UploadAnswer read(String body) {
        return UploadAnswer.of(new HttpAnswer.Received(200, Map.of(), body.getBytes(UTF_8)));
    }

    @Test
    void stillBeingProcessed() {
        assertThat(
                        read(
                                """
                                {"id": 16000000001, "id_str": "16000000001", "external_id": "r.fit",
                                 "error": null, "status": "Your activity is still being processed.",
                                 "activity_id": null}\
                                """))
                .isEqualTo(new UploadAnswer.Pending("16000000001"));
        assertThat(read("{\"id\": 16000000001, \"status\": \"Something new.\"}"))
                .isEqualTo(new UploadAnswer.Pending("16000000001"));
    }

    @Test
    void readyWithAnIdOfMoreThanThirtyTwoBits() {
        assertThat(
                        read(
                                """
                                {"id": 1, "id_str": "1", "error": null, "activity_id": 15999999999,
                                 "status": "Your activity is ready."}\
                                """))
                .isEqualTo(new UploadAnswer.Ready("15999999999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r.fit duplicate of activity 1234567890",
                "r.fit Duplicate Of 1234567890",
                "r.fit duplicate of <a href='/activities/1234567890' target='_blank'>Run 5</a>",
                "17.fit duplicate of <a href=\\\"https://www.strava.com/activities/1234567890\\\">x</a>",
            })
    void aDuplicateTellsWhichOne(String error) {
        assertThat(read("{\"id\": 1, \"error\": \"" + error + "\", \"activity_id\": null}"))
                .isEqualTo(new UploadAnswer.Duplicate("1234567890"));
    }

    @Test
    void aDuplicateThatTellsNothingIsOneAllTheSame() {
        assertThat(read("{\"id\": 1, \"error\": \"duplicate of something else\"}"))
                .isEqualTo(new UploadAnswer.Duplicate(null));
    }

    @Test
    void aRejectionIsShortenedAndPlain() {
        assertThat(read("{\"id\": 1, \"error\": \"The <b>file</b>\\n is malformed.\"}"))
                .isEqualTo(new UploadAnswer.Rejected("The file is malformed."));
        assertThat(read("{\"id\": 1, \"error\": \"" + "x".repeat(500) + "\"}"))
                .isInstanceOfSatisfying(
                        UploadAnswer.Rejected.class,
                        rejected -> assertThat(rejected.why()).hasSize(200).endsWith("…"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "null",
                "[]",
                "{}",
                "{\"id\": 0}",
                "{\"id\": -1}",
                "{\"id_str\": \"../activities\"}",
                "{\"message\": \"Bad Request\"}",
            })
    void whatIsNoUploadIsNotTakenForOne(String body) {
        assertThat(read(body)).isEqualTo(new UploadAnswer.Unreadable());
    }
}
