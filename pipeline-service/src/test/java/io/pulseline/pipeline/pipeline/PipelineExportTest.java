package io.pulseline.pipeline.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.pipeline.PipelineDraft.TargetDraft;
import io.pulseline.pipeline.target.TargetChoice;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes out as an export comes back as the same pipeline, whatever was chosen. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class PipelineExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final List<String> NAMES =
            List.of("\"Runs\"", "\" a \\\"b\\\"\\n\\u00e9 \\ud83c\\udfc3\"");
    private static final List<String> TRIGGERS =
            List.of(
                    "null",
                    "{}",
                    "{\"record\": \"activity\", \"providers\": null}",
                    "{\"providers\": [\"GOOGLE_HEALTH\", \"FITBIT\"]}",
                    """
                    {"providers": [], "activityTypes": ["WALK", "RUN"],
                     "recordingMethods": ["MANUAL"]}\
                    """);
    private static final List<String> BOOSTERS =
            List.of(
                    "[]",
                    "[{\"id\": \"heart-rate-zones\"}]",
                    "[{\"id\": \"heart-rate-zones\", \"required\": true, \"configuration\": null}]",
                    """
                    [{"id": "heart-rate-zones", "required": false, "configuration": {"style": null}},
                     {"id": "type-mapper", "required": true, "configuration": {"rules": [
                       {"field": "title", "match": "regex", "value": "a+\\\\.", "type": "RUN"}]}},
                     {"id": "heart-rate-zones", "configuration": {}}]\
                    """);
    private static final List<String> TARGETS =
            List.of(
                    "[{\"id\": \"kafka\"}]",
                    "[{\"id\": \"webhook\", \"configuration\": {\"url\": \"https://example.com/h?a=b\"}}]",
                    """
                    [{"id": "webhook", "configuration": {"url": "https://example.com/h",
                      "secret": "%s", "inlineSeries": true}},
                     {"id": "kafka", "configuration": {}, "targetId": "%s"},
                     {"id": "webhook", "configuration": {"url": "https://example.com/h"}}]\
                    """
                            .formatted(SECRET, new UUID(1, 2)));

    private final PipelineForm form;

    @Inject
    PipelineExportTest(PipelineForm form) {
        this.form = form;
    }

    @Test
    void anExportThatIsImportedIsTheSamePipeline() throws JsonProcessingException {
        for (String body : bodies().toList()) {
            PipelineDraft draft = form.read(body.getBytes(UTF_8));
            byte[] exported = JSON.writeValueAsBytes(PipelineExport.of(saved(draft)));

            PipelineDraft again = form.readExport(exported);

            assertThat(again).as("%s", body).isEqualTo(withoutIdsAndSecrets(draft));
            assertThat(JSON.writeValueAsBytes(PipelineExport.of(saved(again)))).isEqualTo(exported);
            assertThat(new String(exported, UTF_8))
                    .startsWith("{\"version\":1,")
                    .doesNotContain(SECRET, "targetId", "pipelineId");
        }
    }

    @Test
    void aCopyIsTheSameButForItsNameAndThatItIsDisabled() throws JsonProcessingException {
        for (String body : bodies().toList()) {
            PipelineDraft draft = form.read(body.getBytes(UTF_8));

            PipelineDraft copy = form.copyOf(saved(draft));

            assertThat(copy).as("%s", body).isEqualTo(withoutIdsAndSecrets(draft).copy());
            assertThat(copy.enabled()).isFalse();
        }
    }

    private static Stream<String> bodies() {
        int most = NAMES.size() * TRIGGERS.size() * BOOSTERS.size() * TARGETS.size();
        return IntStream.range(0, most)
                .mapToObj(number -> {
                    int rest = number;
                    String name = NAMES.get(rest % NAMES.size());
                    rest /= NAMES.size();
                    String trigger = TRIGGERS.get(rest % TRIGGERS.size());
                    rest /= TRIGGERS.size();
                    String boosters = BOOSTERS.get(rest % BOOSTERS.size());
                    rest /= BOOSTERS.size();
                    return """
                    {"name": %s, "enabled": %s, "includeEarlier": %s, "trigger": %s,
                     "boosters": %s, "targets": %s}\
                    """
                            .formatted(
                                    name,
                                    number % 3 == 0,
                                    number % 5 == 0,
                                    trigger,
                                    boosters,
                                    TARGETS.get(rest));
                });
    }

    /** As it comes out of the database. */
    private static Pipeline saved(PipelineDraft draft) {
        PipelineRow row = new PipelineRow();
        row.pipelineId = UUID.randomUUID();
        row.user = UUID.randomUUID();
        row.createdAt = Instant.now();
        row.choose(draft);
        return PipelineJson.pipeline(
                row, draft.targets().stream().map(PipelineExportTest::saved).toList());
    }

    private static PipelineTarget saved(TargetDraft draft) {
        TargetRow row = new TargetRow();
        row.targetId = UUID.randomUUID();
        row.type = draft.type();
        row.configuration = draft.choice().configuration().toString();
        return PipelineJson.target(row);
    }

    private static PipelineDraft withoutIdsAndSecrets(PipelineDraft draft) {
        return new PipelineDraft(
                draft.name(),
                draft.enabled(),
                draft.trigger(),
                draft.includeEarlier(),
                draft.deliverEarly(),
                draft.boosters(),
                draft.targets().stream()
                        .map(target ->
                                new TargetDraft(
                                        Optional.empty(),
                                        target.type(),
                                        new TargetChoice(
                                                target.choice().configuration(), Optional.empty())))
                        .toList());
    }
}
