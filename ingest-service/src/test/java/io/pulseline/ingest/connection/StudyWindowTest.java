package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyWindowTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final StudyWindow WINDOW = new StudyWindow(FIRST, LAST);

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, false",
        "2026-01-01, true",
        "2026-03-01, true",
        "2026-06-30, true",
        "2026-07-01, false"
    })
    void bothEndsBelongToIt(LocalDate date, boolean inside) {
        assertThat(WINDOW.contains(date)).isEqualTo(inside);
    }

    @Test
    void withoutEndsEveryDateMayBeRead() {
        assertThat(StudyWindow.OPEN.contains(LocalDate.EPOCH)).isTrue();
        assertThat(StudyWindow.OPEN.clamp(FIRST, LAST))
                .contains(new StudyWindow.Dates(FIRST, LAST));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-01, 2026-01-01, 2026-01-01, 2026-01-01",
        "2025-12-01, 2026-12-31, 2026-01-01, 2026-06-30",
        "2026-02-01, 2026-02-03, 2026-02-01, 2026-02-03",
        "2026-06-30, 2026-07-14, 2026-06-30, 2026-06-30"
    })
    void ofManyDatesThoseInsideAreKept(
            LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
        assertThat(WINDOW.clamp(from, to)).contains(new StudyWindow.Dates(first, last));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-01, 2025-12-31", "2026-07-01, 2026-07-02", "2026-03-02, 2026-03-01"})
    void datesOutsideLeaveNothing(LocalDate from, LocalDate to) {
        assertThat(WINDOW.clamp(from, to)).isEmpty();
    }

    @Test
    void aWindowThatEndsBeforeItBeginsDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudyWindow(FIRST, FIRST.minusDays(1)))
                .withMessageContaining("2025-12-31");
    }
}
