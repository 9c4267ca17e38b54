package io.pulseline.ingest.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.Reason;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    private static final BudgetRules RULES =
            new BudgetRules(150, 5, 80, 50, Duration.ofSeconds(5), Duration.ofMinutes(1));

    private static Instant at(String time) {
        return Instant.parse("2026-11-25T" + time + "Z");
    }

    /** Until 14:00. */
    private static Window used(int used) {
        return new Window(150, at("14:00:00"), used, 0, 0, 0, null);
    }

    private static HeaderView view(String seen, int remaining, String resets, int count) {
        return new HeaderView(150, remaining, at(resets), at(seen), count);
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, 144, granted",
        "LIVE, 145, spent",
        "LATE, 119, granted",
        "LATE, 120, spent",
        "BACKFILL, 74, granted",
        "BACKFILL, 75, spent"
    })
    void whoIsLessUrgentStopsEarlier(Priority priority, int used, String expected) {
        BudgetOutcome outcome = used(used).take(priority, at("13:30:00"), RULES).outcome();

        assertThat(outcome)
                .isEqualTo(
                        expected.equals("granted")
                                ? new Granted(144 - used, used + 1)
                                : new SpentUntil(at("14:00:05"), Reason.QUOTA_SPENT));
    }

    @ParameterizedTest
    @CsvSource({
        // Still the old window: the provider's clock may be behind ours.
        "13:59:59, 14:00:00, 90, 3",
        "14:00:04, 14:00:00, 90, 3",
        // Those that the provider may have counted after its full hour are carried over.
        "14:00:05, 15:00:00, 3, 0",
        "14:59:59, 15:00:00, 3, 0",
        // A whole window without requests, or many.
        "15:00:05, 16:00:00, 0, 0",
        "20:30:00, 21:00:00, 0, 0"
    })
    void aWindowEndsAtTheFullHourAndAMargin(String now, String resets, int used, int nearEnd) {
        Window window = new Window(150, at("14:00:00"), 90, 3, 80, 70, null).at(at(now), RULES);

        assertThat(window.resetsAt()).isEqualTo(at(resets));
        assertThat(window.used()).isEqualTo(used);
        assertThat(window.nearEnd()).isEqualTo(nearEnd);
    }

    @ParameterizedTest
    @CsvSource({"13:59:54, 0", "13:59:55, 1", "14:00:04, 1"})
    void whatIsAskedAroundTheFullHourCountsOnBothSides(String now, int nearEnd) {
        Window after = used(10).take(Priority.LIVE, at(now), RULES).window();

        assertThat(after.used()).isEqualTo(11);
        assertThat(after.nearEnd()).isEqualTo(nearEnd);
    }

    @ParameterizedTest
    @CsvSource({
        // The header lags: our own count holds.
        "20, 140, 20, 20",
        // Somebody else spends as well: the header's word holds, and what we asked since.
        "20, 100, 20, 50",
        "26, 100, 20, 56",
    })
    void theLowerOfHeaderAndOwnCountHolds(int used, int remaining, int count, int spent) {
        Window window =
                used(used)
                        .learned(
                                view("13:30:00", remaining, "14:00:01", count),
                                at("13:30:00"),
                                RULES);

        assertThat(window.spent()).isEqualTo(spent);
        assertThat(window.resetsAt()).isEqualTo(at("14:00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        // Of the window before.
        "13:58:00, 14:00:00, 14:00:07",
        // Its last moments: the answer lies on either side.
        "13:59:55, 14:00:01, 13:59:56",
        // A young window: headers may still tell of the one before.
        "14:00:30, 15:00:00, 14:00:31",
    })
    void headersAroundTheFullHourTellNothing(String seen, String resets, String now) {
        Window window = used(3).at(at(now), RULES);

        Window after = window.learned(view(seen, 0, resets, 1), at(now), RULES);

        assertThat(after.spent()).isEqualTo(window.spent());
        assertThat(after.resetsAt()).isEqualTo(window.resetsAt());
    }

    @Test
    void anOlderHeaderDoesNotReplaceANewerOne() {
        Window newer =
                used(20).learned(view("13:30:00", 100, "14:00:00", 20), at("13:30:00"), RULES);

        Window after = newer.learned(view("13:29:59", 145, "14:00:00", 18), at("13:30:01"), RULES);

        assertThat(after.spent()).isEqualTo(50);
    }

    @Test
    void theProvidersResetWinsOverTheFullHour() {
        Window window =
                used(20).learned(view("13:10:00", 130, "13:30:00", 20), at("13:10:00"), RULES);

        assertThat(window.resetsAt()).isEqualTo(at("13:30:00"));
        assertThat(window.at(at("13:30:05"), RULES).resetsAt()).isEqualTo(at("14:30:00"));
    }

    @Test
    void aRefusalHoldsAlthoughRequestsRemain() {
        Window window = used(20).limited(at("14:00:05"));

        assertThat(window.take(Priority.LIVE, at("13:40:00"), RULES).outcome())
                .isEqualTo(new SpentUntil(at("14:00:05"), Reason.PROVIDER_REFUSED));
        assertThat(window.left(at("13:40:00"), RULES)).isZero();
        assertThat(
                        window.at(at("14:00:05"), RULES)
                                .take(Priority.BACKFILL, at("14:00:05"), RULES)
                                .outcome())
                .isEqualTo(new Granted(144, 1));
    }

    @Test
    void anotherAllowanceIsSharedInTheSameParts() {
        HeaderView larger = new HeaderView(1500, 1400, at("14:00:00"), at("13:30:00"), 20);

        Window window = used(20).learned(larger, at("13:30:00"), RULES);

        assertThat(window.spent()).isEqualTo(100);
        assertThat(RULES.ceiling(Priority.LIVE, 1500)).isEqualTo(1495);
        assertThat(RULES.ceiling(Priority.BACKFILL, 1500)).isEqualTo(750);
        assertThat(window.left(at("13:30:00"), RULES)).isEqualTo(1395);
    }
}
