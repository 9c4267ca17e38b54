package io.pulseline.normalizer.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Google writes numbers and times (fact sheet 1.2), written here and read there. */
class GoogleCodecsTest {
    private static final int MOST_OFFSET_SECONDS = 18 * 3600;

    @Property
    void aWholeNumberIsReadToItsLastDigitAsTextAndBare(@ForAll @LongRange(min = 0) long number) {
        ObjectNode object = object().put("text", Long.toString(number)).put("bare", number);

        assertThat(GoogleJson.whole(object, "text")).isEqualTo(number);
        assertThat(GoogleJson.whole(object, "bare")).isEqualTo(number);
    }

    @Property
    void aNegativeWholeNumberIsNoCount(
            @ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long number) {
        ObjectNode object = object().put("text", Long.toString(number)).put("bare", number);

        assertThat(GoogleJson.whole(object, "text")).isNull();
        assertThat(GoogleJson.whole(object, "bare")).isNull();
    }

    @Property
    void aNumberThatFitsNoInt64IsNone(@ForAll @LongRange(min = 1) long more) {
        BigInteger number = BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.valueOf(more));
        ObjectNode object = object().put("text", number.toString()).put("bare", number);

        assertThat(GoogleJson.whole(object, "text")).isNull();
        assertThat(GoogleJson.whole(object, "bare")).isNull();
    }

    @Property
    void aDecimalIsReadAsItStandsAsTextAndBare(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double number) {
        ObjectNode object = object().put("text", Double.toString(number)).put("bare", number);

        assertThat(GoogleJson.signed(object, "text")).isEqualTo(number);
        assertThat(GoogleJson.signed(object, "bare")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "", " ", "many"})
    void whatIsNoNumberIsAbsent(String text) {
        ObjectNode object = object().put("n", text);

        assertThat(GoogleJson.signed(object, "n")).isNull();
        assertThat(GoogleJson.whole(object, "n")).isNull();
        assertThat(GoogleJson.countOrZero(object, "n")).isNull();
        assertThat(GoogleJson.amountOrZero(object, "n")).isNull();
    }

    @Test
    void onlyAFieldLeftOutOfAnObjectIsZero() {
        JsonNode missing = object().path("nowhere");

        assertThat(GoogleJson.countOrZero(object(), "n")).isZero();
        assertThat(GoogleJson.amountOrZero(object(), "n")).isZero();
        assertThat(GoogleJson.countOrZero(missing, "n")).isNull();
        assertThat(GoogleJson.amountOrZero(missing, "n")).isNull();
        assertThat(GoogleJson.countOrZero(object().putNull("n"), "n")).isNull();
        assertThat(GoogleJson.count(object(), "n")).isNull();
    }

    @Property
    void aDurationIsReadToTheNanosecond(@ForAll("durations") Duration duration) {
        assertThat(GoogleTimes.duration(object().put("d", written(duration)), "d"))
                .isEqualTo(duration);
    }

    @Property
    void anOffsetIsReadInBothSpellings(
            @ForAll @IntRange(min = -MOST_OFFSET_SECONDS, max = MOST_OFFSET_SECONDS) int seconds) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(seconds);
        ObjectNode object = object().put("google", seconds + "s").put("clock", offset.getId());

        assertThat(GoogleTimes.offset(object, "google")).isEqualTo(offset);
        assertThat(GoogleTimes.offset(object, "clock")).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"64801s", "-99999999999s", "1.5s", "7200", "+2", "02:00", "+19:00", "", "s"})
    void whatIsNoOffsetIsAbsent(String text) {
        assertThat(GoogleTimes.offset(object().put("o", text), "o")).isNull();
    }

    @Property
    void aLocalTimeIsReadWhicheverOfItsZerosAreLeftOut(@ForAll("localTimes") LocalDateTime time) {
        assertThat(GoogleTimes.civil(written(time, true))).isEqualTo(time);
        assertThat(GoogleTimes.civil(written(time, false))).isEqualTo(time);
    }

    @Property
    void midnightHasNoTimeOrAnEmptyOne(@ForAll("localTimes") LocalDateTime time) {
        LocalDateTime midnight = time.toLocalDate().atStartOfDay();
        ObjectNode bare = object();
        bare.set("date", written(time.toLocalDate()));
        ObjectNode last = bare.deepCopy();
        last.putObject("time").put("hours", 24);

        assertThat(GoogleTimes.civil(bare)).isEqualTo(midnight);
        bare.putObject("time");
        assertThat(GoogleTimes.civil(bare)).isEqualTo(midnight);
        assertThat(GoogleTimes.civil(last)).isEqualTo(midnight.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"2026, 2, 30", "2026, 13, 1", "2026, 0, 1", "2026, 1, "})
    void whatIsNoDateIsAbsent(int year, int month, Integer day) {
        ObjectNode date = object().put("year", year).put("month", month).put("day", day);
        ObjectNode civil = object();
        civil.set("date", date);

        assertThat(GoogleTimes.date(date)).isNull();
        assertThat(GoogleTimes.civil(civil)).isNull();
    }

    @Property
    void anInstantIsReadWithAnyNumberOfDigits(
            @ForAll @LongRange(min = 0, max = 4_102_444_800L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant instant = Instant.ofEpochSecond(seconds, nanos);

        assertThat(GoogleTimes.instant(object().put("t", instant.toString()), "t"))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "heart-rate, heartRate",
        "steps, steps",
        "daily-vo2-max, dailyVo2Max",
        "time-in-heart-rate-zone, timeInHeartRateZone",
        "tcx, tcx",
    })
    void aTypeOfAPathIsTheMemberOfAPoint(String type, String key) {
        assertThat(GooglePoint.key(type)).isEqualTo(key);
    }

    @Test
    void aWordThatIsNotSpecifiedIsAbsent() {
        ObjectNode object = object().put("type", "SLEEP_TYPE_UNSPECIFIED").put("other", "STAGES");

        assertThat(GoogleJson.word(object, "type")).isNull();
        assertThat(GoogleJson.word(object, "other")).isEqualTo("STAGES");
    }

    @Test
    void whereReadingFailsIsToldAndNotWhat() {
        byte[] json = "{\"heartRate\":{\"beatsPerMinute\":72,,}}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> GoogleJson.object(json, "a part"))
                .hasMessageContaining("a part is malformed JSON at line 1")
                .hasMessageNotContaining("72");
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Combinators.combine(
                        Arbitraries.longs().between(-4_000_000_000L, 4_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<LocalDateTime> localTimes() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 60_000),
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.of(0, 0, 7, 59),
                        Arbitraries.of(0, 0, 30, 59),
                        Arbitraries.of(0, 0, 5, 749_348_000))
                .as((day, hours, minutes, seconds, nanos) ->
                        LocalDate.ofEpochDay(day).atTime(hours, minutes, seconds, nanos));
    }

    private static String written(Duration duration) {
        BigDecimal seconds =
                BigDecimal.valueOf(duration.getSeconds())
                        .add(BigDecimal.valueOf(duration.getNano(), 9));
        return seconds.stripTrailingZeros().toPlainString() + "s";
    }

    private static ObjectNode written(LocalDateTime time, boolean leavesZerosOut) {
        ObjectNode civil = object();
        civil.set("date", written(time.toLocalDate()));
        ObjectNode parts = civil.putObject("time");
        put(parts, "hours", time.getHour(), leavesZerosOut);
        put(parts, "minutes", time.getMinute(), leavesZerosOut);
        put(parts, "seconds", time.getSecond(), leavesZerosOut);
        put(parts, "nanos", time.getNano(), leavesZerosOut);
        return civil;
    }

    private static void put(ObjectNode object, String field, int value, boolean leavesZerosOut) {
        if (value != 0 || !leavesZerosOut) {
            object.put(field, value);
        }
    }

    private static ObjectNode written(LocalDate date) {
        return object().put("year", date.getYear())
                .put("month", date.getMonthValue())
                .put("day", date.getDayOfMonth());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
