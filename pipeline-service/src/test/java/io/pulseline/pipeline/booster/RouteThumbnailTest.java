package io.pulseline.pipeline.booster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RouteThumbnailTest {
    private static final Booster THUMBNAIL = new RouteThumbnail();
    private static final BoostOutcome TOO_FEW = new BoostOutcome.Skipped("fewer than 10 positions");

    @Test
    void aStraightWayIsTwoPoints() throws Exception {
        assertThat(path(new Outing("RUN").goes(300, 3).activity()))
                .isEqualTo("M200.0 380.0 L200.0 20.0");
    }

    @Test
    void startAndEndAreMarked() throws Exception {
        Document svg = svg(new Outing("RUN").goes(300, 3).activity());

        Element end = (Element) svg.getElementsByTagName("circle").item(0);
        Element start = (Element) svg.getElementsByTagName("circle").item(1);
        assertThat(start.getTextContent()).isEqualTo("Start");
        assertThat(start.getAttribute("cy")).isEqualTo("380.0");
        assertThat(end.getTextContent()).isEqualTo("End");
        assertThat(end.getAttribute("cy")).isEqualTo("20.0");
    }

    @Test
    void aSquareOnTheGroundIsASquareInThePicture() throws Exception {
        double shrink = Math.cos(Math.toRadians(60));
        double[][] corners = {{0, 0}, {0.01, 0}, {0.01, 0.01 / shrink}, {0, 0.01 / shrink}};

        List<double[]> drawn = points(path(around(60, 25, corners)));

        assertThat(drawn).hasSize(4);
        assertThat(drawn.get(1)[1]).isCloseTo(20, within(0.2));
        assertThat(drawn.get(2)[0] - drawn.get(1)[0]).isCloseTo(360, within(0.5));
        assertThat(drawn.get(0)[1] - drawn.get(1)[1]).isCloseTo(360, within(0.5));
    }

    @Test
    void theDateLineDividesNothing() throws Exception {
        double[][] corners = {{0, -0.01}, {0, 0.01}, {0.005, 0.01}};

        List<double[]> drawn = points(path(around(0, 180, corners)));

        assertThat(drawn).hasSize(3);
        assertThat(drawn.get(1)[0] - drawn.get(0)[0]).isCloseTo(360, within(0.1));
    }

    @Test
    void noPointOfTheWayIsFarFromTheDrawnLine() {
        List<PlanePoint> way =
                IntStream.range(0, 2000)
                        .mapToObj(step ->
                                new PlanePoint(
                                        200 + step * 0.09 * Math.cos(step * 0.02),
                                        200 + step * 0.09 * Math.sin(step * 0.02)))
                        .toList();

        List<PlanePoint> outline = Outline.of(way, 0.5);

        assertThat(outline).hasSizeLessThan(300).startsWith(way.getFirst()).endsWith(way.getLast());
        assertThat(way)
                .allSatisfy(point -> assertThat(distance(point, outline)).isLessThanOrEqualTo(0.5));
    }

    @Test
    void evenAScribbleOfADayFitsIntoTheMessage() {
        Track track = emptied();
        for (int point = 0; point < 40_000; point++) {
            track.getOffsetMilliseconds().add(point * 2000);
            track.getLatitudeDegrees().add(47 + 0.00002 * (point * 7919L % 9));
            track.getLongitudeDegrees().add(9 + 0.00002 * (point * 104_729L % 11));
        }
        Activity scribble = Boosts.bare("OTHER");
        scribble.setTrack(track);

        String svg = image(scribble);

        assertThat(svg.getBytes(UTF_8).length).isLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void aSpikeDoesNotShrinkTheRoute() throws Exception {
        Activity run = new Outing("RUN").goes(300, 3).strays(20_000).goes(300, 3).activity();

        assertThat(path(run)).isEqualTo("M200.0 380.0 L200.0 20.0");
    }

    @Test
    void pointsWithoutAPositionAreLeftOut() throws Exception {
        Activity run = new Outing("RUN").goes(300, 3).activity();
        run.getTrack().setLatitudeDegrees(everyThird(run.getTrack().getLatitudeDegrees()));

        assertThat(path(run)).isEqualTo("M200.0 380.0 L200.0 20.0");
    }

    @Test
    void theOrderOfThePointsDoesNotMatter() throws Exception {
        Activity run = Outing.doubled(Outing.backwards(new Outing("RUN").goes(300, 3).activity()));

        assertThat(path(run)).isEqualTo("M200.0 380.0 L200.0 20.0");
    }

    @Test
    void nineAreTooFew() {
        Activity onePoint = Boosts.bare("RUN");
        onePoint.setTrack(Boosts.onePoint());
        Activity emptyTrack = Boosts.bare("RUN");
        emptyTrack.setTrack(Boosts.emptyTrack());

        assertThat(THUMBNAIL.boost(new Outing("RUN").goes(8, 3).activity())).isEqualTo(TOO_FEW);
        assertThat(THUMBNAIL.boost(new Outing("RUN").goes(9, 3).activity()))
                .isInstanceOf(BoostOutcome.Added.class);
        assertThat(THUMBNAIL.boost(onePoint)).isEqualTo(TOO_FEW);
        assertThat(THUMBNAIL.boost(emptyTrack)).isEqualTo(TOO_FEW);
        assertThat(THUMBNAIL.boost(Boosts.bare("RUN"))).isEqualTo(TOO_FEW);
        assertThat(THUMBNAIL.boost(new Outing("RUN").withoutPositions().goes(60, 3).activity()))
                .isEqualTo(TOO_FEW);
    }

    @Test
    void whoStaysInPlaceHasNoRoute() {
        assertThat(THUMBNAIL.boost(new Outing("RUN").stands(60).activity()))
                .isEqualTo(new BoostOutcome.Skipped("the route leads nowhere"));
    }

    private static double distance(PlanePoint point, List<PlanePoint> outline) {
        return IntStream.range(1, outline.size())
                .mapToDouble(to -> point.distanceTo(outline.get(to - 1), outline.get(to)))
                .min()
                .orElseThrow();
    }

    /** From corner to corner, offsets in degrees from a place, 30 points a side. */
    private static Activity around(double latitude, double longitude, double[][] corners) {
        Track track = emptied();
        for (int corner = 1; corner < corners.length; corner++) {
            for (int step = 0; step <= 30; step++) {
                double part = step / 30.0;
                double[] from = corners[corner - 1];
                double[] to = corners[corner];
                double east = longitude + from[1] + part * (to[1] - from[1]);
                track.getOffsetMilliseconds().add(track.getOffsetMilliseconds().size() * 10_000);
                track.getLatitudeDegrees().add(latitude + from[0] + part * (to[0] - from[0]));
                track.getLongitudeDegrees().add(east > 180 ? east - 360 : east);
            }
        }
        Activity run = Boosts.bare("RUN");
        run.setTrack(track);
        return run;
    }

    private static Track emptied() {
        return new Track(
                Outing.START,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static List<@Nullable Double> everyThird(List<Double> column) {
        List<@Nullable Double> thinned = new ArrayList<>();
        for (int point = 0; point < column.size(); point++) {
            thinned.add(point % 3 == 0 ? column.get(point) : null);
        }
        return thinned;
    }

    private static String image(Activity activity) {
        return Objects.requireNonNull(Boosts.added(THUMBNAIL, activity).images().get("route"));
    }

    private static Document svg(Activity activity) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(image(activity).getBytes(UTF_8)));
    }

    private static String path(Activity activity) throws Exception {
        return ((Element) svg(activity).getElementsByTagName("path").item(0)).getAttribute("d");
    }

    private static List<double[]> points(String path) {
        return Arrays.stream(path.substring(1).split(" L", -1))
                .map(point ->
                        Arrays.stream(point.split(" ", -1))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                .toList();
    }
}
