package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.ActivityKind;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.ActivityPlan.TrackMeanwhile;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class TcxTest {
    private final FitbitSimulator simulator = Morning.simulator();
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
    private final TokenPair tokens = simulator.hasConsent(anna, Phone.ALL_SCOPES);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aRunHasALapPerKilometreAndAFixPerPoint() throws Exception {
        SimulatedActivity run = simulator.hasRun(anna, Duration.ofMinutes(32));

        HttpResponse<String> answer = get(run, "");
        Document tcx = parsed(answer.body());

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.garmin.tcx+xml");
        assertThat(count(tcx, "Lap")).isEqualTo(run.track().laps().size()).isBetween(5, 7);
        assertThat(count(tcx, "Trackpoint")).isEqualTo(run.track().points().size());
        assertThat(count(tcx, "Position")).isEqualTo(run.track().points().size());
        assertThat(texts(tcx, "Id")).containsExactly("2026-03-27T10:28:00.000+01:00");
        assertThat(texts(tcx, "Time")).isSorted();
        assertThat(texts(tcx, "Name")).containsExactly("Fitbit Charge 6");
        assertThat(
                        tcx.getElementsByTagName("Activity")
                                .item(0)
                                .getAttributes()
                                .getNamedItem("Sport")
                                .getNodeValue())
                .isEqualTo("Running");
    }

    @Test
    void lapsAddUpToDistanceAndTime() throws Exception {
        SimulatedActivity run =
                simulator.hasActivity(
                        anna,
                        ActivityPlan.run(Duration.ofMinutes(35))
                                .pausing(Duration.ofMinutes(3))
                                .build());

        Document tcx = parsed(get(run, "").body());

        double metres = 0;
        NodeList laps = tcx.getElementsByTagName("Lap");
        for (int lap = 0; lap < laps.getLength(); lap++) {
            metres += Double.parseDouble(childText(laps, lap, "DistanceMeters"));
        }
        double truth = requireNonNull(run.distanceMetres());
        assertThat(metres).isCloseTo(truth, within(0.1));
        assertThat(texts(tcx, "TotalTimeSeconds").stream().mapToDouble(Double::parseDouble).sum())
                .isCloseTo(1920.0, within(0.1));
    }

    @Test
    void nothingIsRecordedDuringAPause() throws Exception {
        SimulatedActivity run =
                simulator.hasActivity(
                        anna,
                        ActivityPlan.run(Duration.ofMinutes(35))
                                .pausing(Duration.ofMinutes(3))
                                .build());

        List<OffsetDateTime> times =
                texts(parsed(get(run, "").body()), "Time").stream()
                        .map(OffsetDateTime::parse)
                        .toList();

        long widest = 0;
        for (int point = 1; point < times.size(); point++) {
            widest =
                    Math.max(
                            widest,
                            Duration.between(times.get(point - 1), times.get(point)).toSeconds());
        }
        assertThat(widest).isBetween(178L, 188L);
    }

    @Test
    void withoutPositionsThereIsNoLapUnlessPartialIsAskedFor() throws Exception {
        SimulatedActivity run =
                simulator.hasActivity(
                        anna, ActivityPlan.run(Duration.ofMinutes(20)).withGps(false).build());

        Document usual = parsed(get(run, "").body());
        Document partial = parsed(get(run, "?includePartialTCX=true").body());

        assertThat(count(usual, "Lap")).isZero();
        assertThat(count(usual, "Creator")).isEqualTo(1);
        assertThat(count(partial, "Trackpoint")).isPositive();
        assertThat(count(partial, "Position")).isZero();
        assertThat(count(partial, "HeartRateBpm")).isPositive();
    }

    @Test
    void whoWentNowhereStillHasAPartialTrackOfHeartbeats() throws Exception {
        SimulatedActivity yoga =
                simulator.hasActivity(anna, ActivityPlan.of(ActivityKind.YOGA).build());

        Document partial = parsed(get(yoga, "?includePartialTCX=true").body());

        assertThat(count(partial, "Lap")).isEqualTo(1);
        assertThat(count(partial, "Trackpoint")).isEqualTo(yoga.heartRate().size());
    }

    @Test
    void quirksOfTheTrack() throws Exception {
        Document noLap = parsed(get(run(Quirk.TCX_WITHOUT_LAP), "").body());
        Document fewPositions = parsed(get(run(Quirk.TCX_POINTS_WITHOUT_POSITION), "").body());
        Document fewRates = parsed(get(run(Quirk.TCX_POINTS_WITHOUT_HEART_RATE), "").body());
        Document phone = parsed(get(run(Quirk.PHONE_RECORDED), "").body());

        assertThat(count(noLap, "Lap")).isZero();
        assertThat(count(fewPositions, "Position"))
                .isBetween(1, count(fewPositions, "Trackpoint") - 1);
        assertThat(count(fewRates, "HeartRateBpm")).isBetween(1, count(fewRates, "Trackpoint") - 1);
        assertThat(count(phone, "HeartRateBpm")).isZero();
        assertThat(texts(phone, "Time").getFirst()).contains(".453+01:00");
        assertThatThrownBy(() -> parsed(get(run(Quirk.TCX_BROKEN), "").body()))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void theDistanceMayFallBackToZero() throws Exception {
        Document tcx = parsed(get(run(Quirk.TCX_DISTANCE_RESET), "").body());

        List<Double> distances = new ArrayList<>();
        NodeList points = tcx.getElementsByTagName("Trackpoint");
        for (int point = 0; point < points.getLength(); point++) {
            distances.add(Double.parseDouble(childText(points, point, "DistanceMeters")));
        }
        boolean falls = false;
        for (int point = 1; point < distances.size(); point++) {
            falls |= distances.get(point) < distances.get(point - 1) - 1000;
        }
        assertThat(falls).isTrue();
    }

    @Test
    void aLateTrackIsEmptyOrMissingMeanwhile() throws Exception {
        SimulatedActivity empty = late(TrackMeanwhile.EMPTY, 0);
        SimulatedActivity missing = late(TrackMeanwhile.NOT_FOUND, 60);

        assertThat(count(parsed(get(empty, "").body()), "Lap")).isZero();
        assertThat(get(missing, "").statusCode()).isEqualTo(404);
        simulator.advance(Duration.ofSeconds(90));

        assertThat(count(parsed(get(empty, "").body()), "Lap")).isPositive();
        assertThat(get(missing, "").statusCode()).isEqualTo(200);
    }

    @Test
    void theLocationScopeIsNeededAndAnUnknownActivityIsNotFound() {
        SimulatedActivity run = simulator.hasRun(anna, Duration.ofMinutes(20));
        TokenPair noLocation = simulator.hasConsent(anna, Scope.ACTIVITY, Scope.HEARTRATE);
        String path = "/1/user/-/activities/%s.tcx";

        HttpResponse<String> refused =
                new Phone(simulator).as(noLocation).get(path.formatted(run.logId()));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Phone.errorType(refused)).isEqualTo("insufficient_scope");
        assertThat(phone().get(path.formatted("1")).statusCode()).isEqualTo(404);
        assertThat(phone().get(path.formatted("one")).statusCode()).isEqualTo(404);
    }

    private SimulatedActivity run(Quirk quirk) {
        return simulator.hasActivity(
                anna, ActivityPlan.run(Duration.ofMinutes(20)).with(quirk).build());
    }

    private SimulatedActivity late(TrackMeanwhile meanwhile, int minutesAgo) {
        return simulator.hasActivity(
                anna,
                ActivityPlan.run(Duration.ofMinutes(20))
                        .endingAt(Morning.TEN.minus(Duration.ofMinutes(minutesAgo)))
                        .trackLateBy(Duration.ofSeconds(90), meanwhile)
                        .build());
    }

    private Phone phone() {
        return new Phone(simulator).as(tokens);
    }

    private HttpResponse<String> get(SimulatedActivity activity, String query) {
        return phone().get("/1/user/-/activities/" + activity.logId() + ".tcx" + query);
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static int count(Document document, String name) {
        return document.getElementsByTagName(name).getLength();
    }

    private static List<String> texts(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int node = 0; node < nodes.getLength(); node++) {
            texts.add(nodes.item(node).getTextContent());
        }
        return texts;
    }

    /** The text of the direct child of that name. */
    private static String childText(NodeList parents, int index, String name) {
        NodeList children = parents.item(index).getChildNodes();
        for (int child = 0; child < children.getLength(); child++) {
            if (children.item(child).getNodeName().equals(name)) {
                return children.item(child).getTextContent();
            }
        }
        throw new AssertionError("no " + name);
    }
}
