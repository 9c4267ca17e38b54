package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@code rollUp} and {@code dailyRollUp} (fact sheet sections 1.6 and 1.7). */
final class RollUpCalls {
    private static final int USUAL_PAGE_SIZE = 1440;
    private static final int LARGEST_PAGE_SIZE = 10_000;

    private final People people;
    private final KnobBoard knobs;
    private final InstantSource clock;

    RollUpCalls(People people, KnobBoard knobs, InstantSource clock) {
        this.people = people;
        this.knobs = knobs;
        this.clock = clock;
    }

    void addTo(Routes routes, GoogleGate gate) {
        TypedCall typed = new TypedCall(knobs);
        routes.add(
                        "POST",
                        PointCalls.POINTS + ":rollUp",
                        typed.open(gate, "RollUpDataPoints", DataType.Action.ROLL_UP, this::rollUp))
                .add(
                        "POST",
                        PointCalls.POINTS + ":dailyRollUp",
                        typed.open(
                                gate,
                                "DailyRollUpDataPoints",
                                DataType.Action.DAILY_ROLL_UP,
                                this::dailyRollUp));
    }

    private Answer rollUp(Request request, HealthCaller caller, DataType type) {
        RollUpBody body = RollUpBody.read(request, "windowSize");
        JsonNode range = body.range("startTime", "endTime");
        Instant start = instant(range, "startTime");
        Instant end = instant(range, "endTime");
        Duration window = duration(body.required("windowSize").asText());
        PersonData person = person(caller);
        SourceFamily sources =
                SourceFamily.read(body.text("dataSourceFamily"), type, caller, person.knobs());
        requireRange(start.isBefore(end));
        require(window.compareTo(Duration.ofSeconds(1)) >= 0);
        Duration longest = Duration.ofDays(type.rollUpDays());
        require(Duration.between(start, end).compareTo(longest) <= 0);
        int size = pageSize(body, window, longest);
        String question =
                PageToken.question(
                        request.path(), caller.user().id(), start, end, window, size, sources);
        Instant from =
                body.text("pageToken").isEmpty()
                        ? start
                        : PageToken.read(
                                        body.text("pageToken"),
                                        question,
                                        clock.instant(),
                                        person.knobs().pageTokenMinutes())
                                .at();
        Windows windows = new Windows(type, person, sources, window);
        Instant last = windows.add(from, end, size);
        ObjectNode document = windows.document();
        if (last.isBefore(end)) {
            document.put("nextPageToken", new PageToken(question, clock.instant(), last, 0).text());
        }
        return GoogleErrors.json(200, document);
    }

    /** The windows of one page. */
    private static final class Windows {
        private final DataType type;
        private final PersonData person;
        private final SourceFamily sources;
        private final Duration length;
        private final ArrayNode points = Json.array();

        Windows(DataType type, PersonData person, SourceFamily sources, Duration length) {
            this.type = type;
            this.person = person;
            this.sources = sources;
            this.length = length;
        }

        /** Adds as many as there are until the end, at most so many; answers how far it came. */
        Instant add(Instant start, Instant end, int most) {
            Instant from = start;
            for (int window = 0; from.isBefore(end) && window < most; window++) {
                Instant next = from.plus(length);
                // The last window ends with the range.
                Instant to = next.isBefore(end) ? next : end;
                add(new Span(from, to));
                from = to;
            }
            return from;
        }

        private void add(Span window) {
            ObjectNode sum = sources.hasSums() ? Catalogue.sumsOf(type).of(person, window) : null;
            if (sum != null) {
                points.addObject()
                        .put("startTime", window.from().toString())
                        .put("endTime", window.to().toString())
                        .set(type.key(), sum);
            }
        }

        ObjectNode document() {
            ObjectNode document = Json.object();
            if (!points.isEmpty()) {
                document.set("rollupDataPoints", points);
            }
            return document;
        }
    }

    private Answer dailyRollUp(Request request, HealthCaller caller, DataType type) {
        RollUpBody body = RollUpBody.read(request, "windowSizeDays");
        JsonNode range = body.range("start", "end");
        LocalDate start = date(range, "start");
        LocalDate named = date(range, "end");
        LocalDate end = knobs.answers().dailyEndInclusive() ? named.plusDays(1) : named;
        int windowDays = body.number("windowSizeDays", 1);
        PersonData person = person(caller);
        SourceFamily sources =
                SourceFamily.read(body.text("dataSourceFamily"), type, caller, person.knobs());
        requireRange(start.isBefore(end));
        require(windowDays >= 1);
        int longest =
                person.knobs().dailyRollUpDays() == 0
                        ? type.rollUpDays()
                        : person.knobs().dailyRollUpDays();
        require(ChronoUnit.DAYS.between(start, end) <= longest);
        pageSize(body, Duration.ofDays(windowDays), Duration.ofDays(longest));
        ArrayNode points = Json.array();
        for (LocalDate date = start;
                sources.hasSums() && date.isBefore(end);
                date = date.plusDays(windowDays)) {
            LocalDate next = date.plusDays(windowDays);
            addDaily(points, type, person, date, next.isBefore(end) ? next : end);
        }
        ObjectNode document = Json.object();
        if (!points.isEmpty()) {
            document.set("rollupDataPoints", points);
        }
        return GoogleErrors.json(200, document);
    }

    private static void addDaily(
            ArrayNode points, DataType type, PersonData person, LocalDate from, LocalDate to) {
        ObjectNode sum = daily(type, person, from, to);
        if (sum != null) {
            ObjectNode point = points.addObject();
            point.set("civilStartTime", Encoding.civil(from.atStartOfDay()));
            point.set("civilEndTime", Encoding.civil(to.atStartOfDay()));
            point.set(dailyKey(type), sum);
        }
    }

    private static @Nullable ObjectNode daily(
            DataType type, PersonData person, LocalDate from, LocalDate to) {
        // To the end of the last date in its own zone: hours between two dates of a journey west
        // belong to neither.
        Span window = new Span(person.startOf(from), person.endOf(to.minusDays(1)));
        return switch (type) {
            case DAILY_RESTING_HEART_RATE -> HeartTypes.restingRange(person, window);
            case DAILY_HEART_RATE_VARIABILITY -> HeartTypes.variabilityRange(person, window);
            default -> Catalogue.sumsOf(type).of(person, window);
        };
    }

    private static String dailyKey(DataType type) {
        return switch (type) {
            case DAILY_RESTING_HEART_RATE -> "restingHeartRatePersonalRange";
            case DAILY_HEART_RATE_VARIABILITY -> "heartRateVariabilityPersonalRange";
            default -> type.key();
        };
    }

    /** Windows of one page; all of them together must fit into the longest range. */
    private int pageSize(RollUpBody body, Duration window, Duration longest) {
        int asked = body.number("pageSize", 0);
        require(asked >= 0);
        int size = asked == 0 ? USUAL_PAGE_SIZE : Math.min(asked, LARGEST_PAGE_SIZE);
        boolean counts = asked > 0 || knobs.answers().omittedPageSizeCounts();
        if (counts && window.compareTo(longest.dividedBy(size)) > 0) {
            throw new Refused(GoogleErrors.invalid("Invalid argument in request"));
        }
        return size;
    }

    private static Instant instant(JsonNode range, String name) {
        String text = range.path(name).asText();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw RollUpBody.invalidPayload("Invalid value at 'range.%s': \"%s\"", name, text);
        }
    }

    private static LocalDate date(JsonNode range, String name) {
        JsonNode date = range.path(name).path("date");
        try {
            return LocalDate.of(
                    date.path("year").asInt(),
                    date.path("month").asInt(),
                    date.path("day").asInt());
        } catch (DateTimeException e) {
            throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
        }
    }

    private static Duration duration(String text) {
        try {
            BigDecimal seconds = new BigDecimal(text.endsWith("s") ? text.replace("s", "") : "x");
            return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw RollUpBody.invalidPayload("Invalid value at 'window_size': \"%s\"", text, "");
        }
    }

    private void requireRange(boolean holds) {
        if (!holds) {
            throw new Refused(
                    GoogleErrors.invalid(
                            "Query end time must be strictly larger than start time",
                            "INVALID_TIME_RANGE",
                            knobs.answers().reasonsInMetadata()));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
        }
    }

    private PersonData person(HealthCaller caller) {
        return PersonData.of(people, caller.user(), clock.instant(), knobs.answers());
    }
}
