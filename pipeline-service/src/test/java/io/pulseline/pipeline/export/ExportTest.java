package io.pulseline.pipeline.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.Household;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("containers")
@WithTestResource(
        value = ServiceSettings.class,
        initArgs = {
            @ResourceArg(name = "quarkus.security.users.embedded.users.xaver", value = "take"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.xaver", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.xenia", value = "take"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.xenia", value = "user"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.xander", value = "take"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.xander", value = "user"),
            @ResourceArg(name = "pulseline.export.folder", value = ExportTest.FOLDER),
            @ResourceArg(name = "pulseline.export.chunk", value = "2"),
            @ResourceArg(name = "pulseline.erasure.settle", value = "200ms")
        })
class ExportTest {
    static final String FOLDER = "target/exports";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject DataSource database;
    @Inject ExportKeeper keeper;

    private final Street xaver = Street.of("xaver", "take");
    private final Street xenia = Street.of("xenia", "take");

    @AfterEach
    void tidy() {
        xaver.close();
        xenia.close();
    }

    private static String exported(Street user) {
        String id =
                user.asks()
                        .post("/api/me/exports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("exportId");
        await().atMost(Street.LIMIT)
                .until(() -> state(user, id).getString("state").equals("READY"));
        return id;
    }

    private static JsonPath state(Street user, String id) {
        return user.asks().get("/api/me/exports/" + id).then().statusCode(200).extract().jsonPath();
    }

    private static Map<String, String> files(Street user, String id) throws IOException {
        byte[] zip =
                user.asks()
                        .get("/api/me/exports/" + id + "/file")
                        .then()
                        .statusCode(200)
                        .contentType("application/zip")
                        .header("Cache-Control", "no-store")
                        .extract()
                        .asByteArray();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    private static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : file.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void everythingWeKeepIsInTheFileAndNoSecret() throws Exception {
        Household household = new Household(database, xaver.user());
        household.moveIn();

        String id = exported(xaver);

        JsonPath state = state(xaver, id);
        assertThat(state.getInt("percent")).isEqualTo(100);
        // Asking for exports is a change, too, and may be in it.
        assertThat(state.getLong("done"))
                .isEqualTo(state.getLong("total"))
                .isGreaterThanOrEqualTo(16);
        assertThat(state.getString("file")).isEqualTo("/api/me/exports/" + id + "/file");
        Map<String, String> files = files(xaver, id);
        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "records/activity.ndjson",
                        "records/heart-rate.ndjson",
                        "runs.ndjson",
                        "pipelines.ndjson",
                        "corrections.ndjson",
                        "preferences.ndjson",
                        "target-grants.ndjson",
                        "tier.ndjson",
                        "api-tokens.ndjson",
                        "shares.ndjson",
                        "changes.ndjson");
        assertThat(files.get("README.txt"))
                .contains(xaver.user().toString())
                .contains("runs.ndjson");
        JsonNode activity = lines(files.getOrDefault("records/activity.ndjson", "")).getFirst();
        assertThat(RecordJson.read(activity, Activity.class)).isEqualTo(household.activity());
        assertThat(lines(files.getOrDefault("records/heart-rate.ndjson", ""))).hasSize(5);
        JsonNode run = lines(files.getOrDefault("runs.ndjson", "")).getFirst();
        assertThat(run.at("/steps/0/name").asText()).isEqualTo("calories");
        assertThat(run.path("deliveries")).hasSize(2);
        assertThat(run.at("/deliveries/0/state").asText()).isEqualTo("DELIVERED");
        JsonNode pipeline = lines(files.getOrDefault("pipelines.ndjson", "")).getFirst();
        assertThat(pipeline.at("/targets/0/configuration/url").asText())
                .isEqualTo("https://example.org/hook");
        assertThat(
                        lines(files.getOrDefault("corrections.ndjson", ""))
                                .getFirst()
                                .at("/correction/counts"))
                .isEqualTo(JSON.getNodeFactory().booleanNode(false));
        assertThat(lines(files.getOrDefault("changes.ndjson", "")))
                .filteredOn(change -> change.path("path").asText().equals("/api/pipelines"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path("objectIds").isArray()).isTrue();
                    assertThat(change.path("objectIds")).isEmpty();
                });
        assertThat(lines(files.getOrDefault("changes.ndjson", "")))
                .filteredOn(change -> change.path("method").asText().equals("PUT"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path("path").asText()).isEqualTo("/api/users/{userId}/tier");
                    assertThat(change.at("/objectIds/0").asText())
                            .isEqualTo(xaver.user().toString());
                });
        assertThat(files.values()).noneMatch(text -> text.contains("a secret"));
    }

    @Test
    void anotherUsersExportDoesNotExist() {
        String id = exported(xaver);

        xenia.asks().get("/api/me/exports/" + id).then().statusCode(404);
        xenia.asks().get("/api/me/exports/" + id + "/file").then().statusCode(404);
        xaver.asks().get("/api/me/exports").then().body("exportId[0]", equalTo(id));
    }

    @Test
    void oneIsMadeAtATimeAndWhatAKilledProcessBeganBeginsAgain() throws Exception {
        UUID running = UUID.randomUUID();
        Household household = new Household(database, xenia.user());
        household.run(
                """
                insert into export (export_id, user_id, state, asked_at, done, total, lease_owner,
                        lease_until)
                    values ('%s', '%s', 'RUNNING', now(), 1, 5, 'killed:1',
                        now() + interval '5 seconds')\
                """
                        .formatted(running, xenia.user()));
        Files.createDirectories(Path.of(FOLDER));
        Files.writeString(Path.of(FOLDER, running + ".part"), "half of it");

        xenia.asks()
                .post("/api/me/exports")
                .then()
                .statusCode(202)
                .body("exportId", equalTo(running.toString()))
                .body("state", equalTo("RUNNING"))
                .body("percent", equalTo(20));
        xenia.asks().get("/api/me/exports/" + running + "/file").then().statusCode(409);
        xenia.asks().get("/api/me/exports").then().body("", hasSize(1));

        await().atMost(Street.LIMIT)
                .until(() -> state(xenia, running.toString()).getString("state").equals("READY"));
        assertThat(files(xenia, running.toString())).containsKey("README.txt");
        assertThat(Path.of(FOLDER, running + ".part")).doesNotExist();
    }

    @Test
    void aFileGoesWhenItsTimeIsOver() throws Exception {
        String id = exported(xenia);
        assertThat(Path.of(FOLDER, id + ".zip")).exists();

        new Household(database, xenia.user())
                .run("update export set expires_at = now() where export_id = '" + id + "'");

        xenia.asks().get("/api/me/exports/" + id).then().statusCode(404);
        var _ = keeper.step();
        assertThat(Path.of(FOLDER, id + ".zip")).doesNotExist();
    }

    @Test
    void erasingDeletesTheFile() throws Exception {
        try (Street xander = Street.of("xander", "take")) {
            String id = exported(xander);

            JsonPath asked = xander.asks().post("/api/me/erasure").jsonPath();
            xander.asks()
                    .body("{\"confirmation\": \"" + asked.getString("confirmation") + "\"}")
                    .post("/api/me/erasure/" + asked.getString("erasureId") + "/confirmation")
                    .then()
                    .statusCode(202);

            await().atMost(Street.LIMIT)
                    .until(() ->
                            xander.asks()
                                    .get("/api/me/erasure")
                                    .jsonPath()
                                    .getString("state")
                                    .equals("ERASED_HERE"));
            xander.asks().get("/api/me/exports/" + id).then().statusCode(404);
            try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
                assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(id));
            }
        }
    }
}
