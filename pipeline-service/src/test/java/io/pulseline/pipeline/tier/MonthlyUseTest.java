package io.pulseline.pipeline.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.setting.Tier;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyUseTest {
    private static final CalendarMonth NOVEMBER =
            CalendarMonth.of(Instant.parse("2026-11-21T11:00:00Z"));

    @Test
    void theReasonNamesTheMonthTheLimitAndTheWayOut() {
        assertThat(used("25", 25).reason())
                .isEqualTo(
                        "26th activity of November 2026, the tier HOBBYIST includes 25: run it"
                                + " again in December 2026 (UTC), or when the operator has allowed"
                                + " you more");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, false",
        "1, 1, true",
        "25, 24, false",
        "25, 25, true",
        "25, 30, true",
        "unlimited, 0, false",
        "unlimited, 1000000000000, false",
    })
    void aMonthIsFullWhenTheLimitIsReached(String limit, long activities, boolean full) {
        assertThat(used(limit, activities).isFull()).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2nd",
        "2, 3rd",
        "3, 4th",
        "9, 10th",
        "10, 11th",
        "11, 12th",
        "12, 13th",
        "13, 14th",
        "20, 21st",
        "21, 22nd",
        "22, 23rd",
        "100, 101st",
        "110, 111th",
        "112, 113th",
        "1000, 1001st",
    })
    void theNumberOfTheBlockedActivityIsAWord(long activities, String word) {
        assertThat(used("1", activities).reason()).startsWith(word + " activity of");
    }

    private static MonthlyUse used(String limit, long activities) {
        return new MonthlyUse(Tier.HOBBYIST, MonthlyLimit.of(limit), NOVEMBER, activities);
    }
}
