package io.pulseline.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.localstack.BuiltInUsers;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;
import java.net.URI;
import java.time.ZoneOffset;

/**
 * What the user {@code furnished} has: one of everything that pages show.
 *
 * @param connectionId at Google Health
 * @param pipelineId with a webhook that is taken
 * @param runId of a run with heart rate and track, synced
 * @param userId as the care team sees them
 */
record Furnished(String connectionId, String pipelineId, String runId, String userId) {
    static final String USER = "furnished";

    private static final class Shared {
        private static final Furnished ALL = make(BrowserStack.shared());
    }

    /** Made by the first who asks. */
    static Furnished shared() {
        return Shared.ALL;
    }

    private static Furnished make(BrowserStack stack) {
        try (Pulseline api = stack.api(USER);
                Receiver receiver = new Receiver()) {
            Wearer wearer = Wearer.newOne(stack, USER);
            String connection = wearer.connects(api, ProviderSide.GOOGLE_HEALTH);
            String pipeline = Wearer.makesPipeline(api, receiver);
            wearer.finishesRun();
            String run = Wearer.awaitsRun(api, "SYNCED");
            return new Furnished(connection, pipeline, run, sharesWithTheCareTeam(stack));
        } catch (Exception e) {
            throw new IllegalStateException("the user " + USER + " could not be furnished", e);
        }
    }

    /** For a month from now, as both of them would. */
    private static String sharesWithTheCareTeam(BrowserStack stack) throws Exception {
        URI base = URI.create(stack.address());
        try (Http member = Http.basic(BuiltInUsers.CARE, stack.password());
                Http user = Http.basic(USER, stack.password())) {
            ObjectNode nothing = Http.JSON.createObjectNode();
            String code =
                    Http.expect(200, member.postJson(base.resolve("/api/care/code"), nothing))
                            .path("code")
                            .asText();
            ObjectNode share =
                    Http.JSON
                            .createObjectNode()
                            .put("with", code)
                            .put(
                                    "until",
                                    stack.simulator()
                                            .now()
                                            .atZone(ZoneOffset.UTC)
                                            .toLocalDate()
                                            .plusMonths(1)
                                            .toString());
            Http.expect(201, user.postJson(base.resolve("/api/me/shares"), share));
            for (JsonNode one : Http.expect(200, member.get(base.resolve("/api/care/users")))) {
                if (USER.equals(one.path("label").asText())) {
                    return one.path("userId").asText();
                }
            }
        }
        throw new IllegalStateException("the care team does not see the user " + USER);
    }
}
