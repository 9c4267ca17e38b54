package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.source.ZoneSince;
import io.pulseline.normalizer.googlehealth.GoogleAnswer.Form;
import io.pulseline.normalizer.record.Answer;
import io.pulseline.normalizer.record.AnswerShape;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.UnmappableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole answers of Google, cut into payloads as ingest cuts them: one for each exercise or sleep,
 * one for each date with the whole page in it.
 */
final class GoogleAnswers {
    private static final String ANSWER = "the answer";

    private GoogleAnswers() {}

    /** Which answers hold what a kind of payload is made of; all say their dates themselves. */
    static List<AnswerShape> shapes(String kind) {
        return GoogleAnswer.of(kind)
                .map(form -> new AnswerShape(form.type(), form.endpoint(), false))
                .toList();
    }

    /**
     * The payloads in an answer, one for each thing or date; if a date was asked for, that alone.
     *
     * @throws UnmappableException if it is no answer of this kind, or has no point and no date was
     *     asked for
     */
    static List<PayloadCaptured> cut(String kind, Answer answer) {
        JsonNode document = GoogleJson.object(answer.body(), ANSWER);
        GoogleAnswer form =
                GoogleAnswer.of(kind)
                        .filter(candidate -> fits(candidate, document))
                        .findFirst()
                        .orElseThrow(() ->
                                new UnmappableException(
                                        ANSWER
                                                + " is none of those that kind "
                                                + kind
                                                + " is made of"));
        List<GooglePoint> points = points(form, document);
        return form.form() == Form.THINGS
                ? things(kind, form, answer, points)
                : dates(kind, form, answer, points);
    }

    /** A page with points of the type, one without any, or, of things, the bare point. */
    private static boolean fits(GoogleAnswer form, JsonNode document) {
        if (form.form() == Form.THINGS && isOf(form, document)) {
            return true;
        }
        JsonNode points = document.path(form.member());
        boolean isEmpty = document.isEmpty() || (points.isArray() && points.isEmpty());
        return isEmpty || stream(points).anyMatch(point -> isOf(form, point));
    }

    private static boolean isOf(GoogleAnswer form, JsonNode point) {
        return point.path(GooglePoint.key(form.type())).isObject();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }

    private static List<GooglePoint> points(GoogleAnswer form, JsonNode document) {
        Stream<JsonNode> points =
                isOf(form, document) ? Stream.of(document) : stream(document.path(form.member()));
        return points.filter(point -> isOf(form, point))
                .map(point -> new GooglePoint(point, point.path(GooglePoint.key(form.type()))))
                .toList();
    }

    private static List<PayloadCaptured> things(
            String kind, GoogleAnswer form, Answer answer, List<GooglePoint> points) {
        List<PayloadCaptured> payloads = new ArrayList<>();
        for (GooglePoint point : points) {
            String id = Optional.ofNullable(point.id()).orElse("unknown");
            byte[] bytes = point.envelope().toString().getBytes(StandardCharsets.UTF_8);
            payloads.add(
                    answer.thing(
                            OpenSets.Provider.GOOGLE_HEALTH,
                            kind,
                            Ids.thingKey(OpenSets.Provider.GOOGLE_HEALTH, id),
                            List.of(answer.part(form.type(), form.path(), bytes))));
        }
        return payloads;
    }

    private static List<PayloadCaptured> dates(
            String kind, GoogleAnswer form, Answer answer, List<GooglePoint> points) {
        Set<LocalDate> dates = answer.date() == null ? told(form, answer, points) : Set.of();
        List<LocalDate> wanted =
                dates.isEmpty() ? List.of(answer.requiredDate()) : List.copyOf(dates);
        PayloadPart part = answer.part(form.type(), form.path(), answer.body());
        return wanted.stream()
                .map(date ->
                        answer.dated(OpenSets.Provider.GOOGLE_HEALTH, kind, date, List.of(part)))
                .toList();
    }

    private static Set<LocalDate> told(GoogleAnswer form, Answer answer, List<GooglePoint> points) {
        return switch (form.form()) {
            case THINGS -> Set.of();
            case DAILY -> dates(points, GoogleDates::of);
            case ROLLUP -> dates(points, GoogleDates::rolledUpDate);
            case DATED_SAMPLES ->
                    moments(answer, points).stream()
                            .map(OffsetDateTime::toLocalDate)
                            .collect(Collectors.toCollection(TreeSet::new));
            case NIGHTS -> GoogleNight.dates(moments(answer, points));
            case SAMPLES -> ofInstants(answer, points, "sampleTime", "physicalTime");
            case INTERVALS -> ofInstants(answer, points, "interval", "startTime");
        };
    }

    /** The date of a point; null where it tells none. */
    @FunctionalInterface
    private interface Dating {
        @Nullable LocalDate of(GooglePoint point);
    }

    private static Set<LocalDate> dates(List<GooglePoint> points, Dating dating) {
        Set<LocalDate> dates = new TreeSet<>();
        for (GooglePoint point : points) {
            LocalDate date = dating.of(point);
            if (date != null) {
                dates.add(date);
            }
        }
        return dates;
    }

    private static List<OffsetDateTime> moments(Answer answer, List<GooglePoint> points) {
        LocalTimes times =
                new LocalTimes(List.of(new ZoneSince(null, answer.zone().getId())), new Oddities());
        List<OffsetDateTime> moments = new ArrayList<>();
        for (GooglePoint point : points) {
            OffsetDateTime at = GoogleTimes.sampled(point.value(), times);
            if (at != null) {
                moments.add(at);
            }
        }
        moments.sort(OffsetDateTime.timeLineOrder());
        return moments;
    }

    private static Set<LocalDate> ofInstants(
            Answer answer, List<GooglePoint> points, String time, String field) {
        Set<LocalDate> dates = new TreeSet<>();
        for (GooglePoint point : points) {
            Instant at = GoogleTimes.instant(point.value().path(time), field);
            if (at != null) {
                dates.add(at.atZone(answer.zone()).toLocalDate());
            }
        }
        return dates;
    }
}
