package io.pulseline.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.SimulatorConfig;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.SeenRequest;
import io.pulseline.simulator.strava.Strava;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The simulated Strava that the service under test was told of, and a browser's way there. */
public final class SimulatedStrava {
    /** Name of the cookie that ties the way back to the browser. */
    static final String COOKIE = "pulseline-target";

    private static final FitbitSimulator SIMULATOR = start();

    private SimulatedStrava() {}

    private static FitbitSimulator start() {
        String api = ConfigProvider.getConfig().getValue("pulseline.strava.api-url", String.class);
        return FitbitSimulator.start(
                SimulatorConfig.defaults().withListener("127.0.0.1", URI.create(api).getPort()));
    }

    public static FitbitSimulator simulator() {
        return SIMULATOR;
    }

    public static Strava strava() {
        return SIMULATOR.strava();
    }

    /** Other knobs from now on. */
    public static void knobs(String change) {
        strava().set(
                        strava().knobs()
                                .changed(
                                        Json.read(
                                                change.getBytes(StandardCharsets.UTF_8),
                                                JsonNode.class)));
    }

    /** Calls whose path ends so, oldest first. */
    public static List<SeenRequest> seen(String path) {
        return SIMULATOR.requests().stream()
                .filter(request -> request.path().endsWith(path))
                .toList();
    }

    /** The way of a user to Strava and back, where nobody is asked. */
    public static void connect(Street user) {
        Way way = Way.of(user);
        way.backAs(user).then().statusCode(200);
    }

    /**
     * A browser that Strava has sent back.
     *
     * @param browser value of the cookie
     * @param back path and query of the way back
     */
    public record Way(String browser, String back) {
        /** Up to the moment before it comes back. */
        public static Way of(Street user) {
            Response away = user.asks().redirects().follow(false).get("/targets/strava/connect");
            assertThat(away.statusCode()).isEqualTo(303);
            return new Way(away.cookie(COOKIE), allowed(away.header("Location")));
        }

        private static String allowed(String page) {
            Response answer = given().urlEncodingEnabled(false).redirects().follow(false).get(page);
            assertThat(answer.statusCode()).isEqualTo(302);
            URI back = URI.create(answer.header("Location"));
            assertThat(back.getPath()).isEqualTo("/targets/strava/callback");
            return back.getPath() + "?" + back.getRawQuery();
        }

        /** With the cookie, and nobody logged in. */
        public Response goneBack() {
            return given().urlEncodingEnabled(false)
                    .accept("application/json")
                    .cookie(COOKIE, browser)
                    .get(back);
        }

        /** With the cookie, and somebody logged in. */
        public Response backAs(Street user) {
            return user.logged()
                    .urlEncodingEnabled(false)
                    .accept("application/json")
                    .cookie(COOKIE, browser)
                    .get(back);
        }

        /** The same way with something else in the address. */
        public Way with(String part, String other) {
            return new Way(browser, back.replaceAll(part, other));
        }
    }
}
