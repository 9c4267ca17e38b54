package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings behind criteria: of one name and one meaning wherever they stand. */
public final class CriteriaSettings {
    private static final double MOST_KILOMETRES = 10_000;
    private static final double MOST_MINUTES = 10_080;
    private static final double MOST_METRES_AROUND = 100_000;
    private static final double METRES_AROUND = 200;
    private static final int LONGEST_TEXT = 200;

    private static final Setting<List<String>> TYPES =
            Setting.choices("types", ActivityType.all())
                    .title("Types of activity")
                    .describedAs("The activity is of one of these types; none: of any.")
                    .byDefault(List.of());

    private static final Setting<List<String>> WEEKDAYS =
            Setting.choices(
                            "weekdays",
                            Arrays.stream(DayOfWeek.values()).map(CriteriaSettings::word).toList())
                    .describedAs(
                            "It starts on one of these days, by its own local date; none: on any.")
                    .byDefault(List.of());

    private static final Setting<Optional<LocalTime>> STARTS_FROM =
            Setting.localTime("startsFrom")
                    .describedAs(
                            "It starts at this local time or later. Later than `startsBefore` the"
                                    + " time between crosses midnight.")
                    .optional();

    private static final Setting<Optional<LocalTime>> STARTS_BEFORE =
            Setting.localTime("startsBefore")
                    .describedAs("It starts earlier than this local time.")
                    .optional();

    private static final Setting<Double> LATITUDE =
            Setting.number("latitudeDegrees", -90, 90).describedAs("North is positive.");

    private static final Setting<Double> LONGITUDE =
            Setting.number("longitudeDegrees", -180, 180).describedAs("East is positive.");

    private static final Setting<Double> RADIUS =
            Setting.number("radiusMetres", 1, MOST_METRES_AROUND)
                    .describedAs("How far from it the start may lie.")
                    .byDefault(METRES_AROUND);

    private static final Setting<Optional<Values>> PLACE =
            Setting.object("place", Settings.of(LATITUDE, LONGITUDE, RADIUS))
                    .describedAs("Its track starts around this place.")
                    .optional();

    private static final Setting<Optional<String>> TITLE_CONTAINS =
            Setting.text("titleContains", LONGEST_TEXT)
                    .describedAs("Its title contains this; upper and lower case are the same.")
                    .optional();

    private static final Setting<Optional<Boolean>> HAS_GPS =
            Setting.flag("hasGps")
                    .title("Has GPS")
                    .describedAs("Whether its track has places.")
                    .optional();

    private static final Setting<Optional<Double>> MINIMUM_DISTANCE =
            Setting.number("minimumDistanceKilometres", 0, MOST_KILOMETRES)
                    .describedAs("It is at least this long; without a distance it is not.")
                    .optional();

    private static final Setting<Optional<Double>> MAXIMUM_DISTANCE =
            Setting.number("maximumDistanceKilometres", 0, MOST_KILOMETRES)
                    .describedAs("It is at most this long; without a distance it is not.")
                    .optional();

    private static final Setting<Optional<Double>> MINIMUM_DURATION =
            Setting.number("minimumDurationMinutes", 0, MOST_MINUTES)
                    .describedAs("It lasts at least this long, pauses included.")
                    .optional();

    private static final Setting<Optional<Double>> MAXIMUM_DURATION =
            Setting.number("maximumDurationMinutes", 0, MOST_MINUTES)
                    .describedAs("It lasts at most this long, pauses included.")
                    .optional();

    private static final List<Setting<?>> EXTENTS =
            List.of(MINIMUM_DISTANCE, MAXIMUM_DISTANCE, MINIMUM_DURATION, MAXIMUM_DURATION);

    private CriteriaSettings() {}

    /** Others, and behind them the limits of distance and duration. */
    public static Settings extentsAfter(Setting<?>... others) {
        return of(Stream.of(others), EXTENTS.stream()).check(CriteriaSettings::checkExtents);
    }

    /** Others, and behind them whether there is GPS, and the limits of distance and duration. */
    public static Settings measuresAfter(Setting<?>... others) {
        return extentsAfter(
                Stream.concat(Stream.of(others), Stream.of(HAS_GPS)).toArray(Setting<?>[]::new));
    }

    /** Others, and behind them everything that can be asked. */
    public static Settings allAfter(Setting<?>... others) {
        return measuresAfter(
                        Stream.concat(
                                        Stream.of(others),
                                        Stream.of(
                                                TYPES,
                                                WEEKDAYS,
                                                STARTS_FROM,
                                                STARTS_BEFORE,
                                                PLACE,
                                                TITLE_CONTAINS))
                                .toArray(Setting<?>[]::new))
                .check(CriteriaSettings::checkWindow);
    }

    /** What is asked in {@link #extentsAfter}. */
    public static List<Criterion> extents(Values values) {
        return Stream.of(
                        asked(values, MINIMUM_DISTANCE, km -> new AtLeast(Extent.DISTANCE, km)),
                        asked(values, MAXIMUM_DISTANCE, km -> new AtMost(Extent.DISTANCE, km)),
                        asked(values, MINIMUM_DURATION, min -> new AtLeast(Extent.DURATION, min)),
                        asked(values, MAXIMUM_DURATION, min -> new AtMost(Extent.DURATION, min)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is asked in {@link #measuresAfter}. */
    public static List<Criterion> measures(Values values) {
        List<Criterion> criteria = new ArrayList<>();
        asked(values, HAS_GPS, HasGps::new).ifPresent(criteria::add);
        criteria.addAll(extents(values));
        return criteria;
    }

    /** What is asked in {@link #allAfter}. */
    public static Criteria all(Values values) {
        List<Criterion> criteria = new ArrayList<>();
        if (!values.of(TYPES).isEmpty()) {
            criteria.add(new OfType(values.of(TYPES)));
        }
        if (!values.of(WEEKDAYS).isEmpty()) {
            criteria.add(
                    new OnWeekday(
                            values.of(WEEKDAYS).stream().map(CriteriaSettings::day).toList()));
        }
        window(values).ifPresent(criteria::add);
        asked(values, PLACE, CriteriaSettings::near).ifPresent(criteria::add);
        asked(values, TITLE_CONTAINS, text -> TextIs.containing(TextField.TITLE, List.of(text)))
                .ifPresent(criteria::add);
        criteria.addAll(measures(values));
        return new Criteria(criteria);
    }

    private static <T> Optional<Criterion> asked(
            Values values, Setting<Optional<T>> setting, Function<T, Criterion> criterion) {
        return values.of(setting).map(criterion);
    }

    private static Optional<Criterion> window(Values values) {
        Optional<LocalTime> from = values.of(STARTS_FROM);
        Optional<LocalTime> before = values.of(STARTS_BEFORE);
        return from.isEmpty() && before.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StartsBetween(
                                from.orElse(LocalTime.MIDNIGHT),
                                before.orElse(LocalTime.MIDNIGHT)));
    }

    private static Criterion near(Values place) {
        return new StartsNear(new Place(place.of(LATITUDE), place.of(LONGITUDE)), place.of(RADIUS));
    }

    private static String word(DayOfWeek day) {
        return OnWeekday.name(day).toLowerCase(Locale.ROOT);
    }

    private static DayOfWeek day(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Settings of(Stream<Setting<?>> first, Stream<Setting<?>> second) {
        return Settings.of(Stream.concat(first, second).toArray(Setting<?>[]::new));
    }

    private static void checkExtents(Values values, Form form) {
        checkOrder(values, form, MINIMUM_DISTANCE, MAXIMUM_DISTANCE);
        checkOrder(values, form, MINIMUM_DURATION, MAXIMUM_DURATION);
    }

    private static void checkOrder(
            Values values,
            Form form,
            Setting<Optional<Double>> least,
            Setting<Optional<Double>> most) {
        if (values.of(least).orElse(0.0) > values.of(most).orElse(Double.MAX_VALUE)) {
            form.complain(most.name(), "must not be less than " + least.name());
        }
    }

    private static void checkWindow(Values values, Form form) {
        Optional<LocalTime> from = values.of(STARTS_FROM);
        if (from.isPresent() && from.equals(values.of(STARTS_BEFORE))) {
            form.complain(STARTS_BEFORE.name(), "must not be the same as " + STARTS_FROM.name());
        }
    }
}
