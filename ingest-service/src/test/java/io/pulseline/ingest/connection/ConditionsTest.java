package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static Condition limited(Instant since, String reason, String message) {
        return new Condition(Condition.RATE_LIMITED, since, reason, message, NOON);
    }

    private static Condition missing(Instant since, String message) {
        return new Condition(Condition.MISSING_SCOPES, since, "FORBIDDEN", message);
    }

    @Test
    void theSameReasonKeepsItsBeginningAndTakesTheNewMessage() {
        List<Condition> held = List.of(limited(MORNING, "QUOTA_SPENT", "until noon"));

        List<Condition> after =
                Conditions.with(held, limited(NOON, "QUOTA_SPENT", "until one o'clock"));

        assertThat(after).containsExactly(limited(MORNING, "QUOTA_SPENT", "until one o'clock"));
    }

    @Test
    void anotherReasonBeginsAnew() {
        List<Condition> held = List.of(limited(MORNING, "QUOTA_SPENT", "until noon"));

        List<Condition> after = Conditions.with(held, limited(NOON, "RESERVED", "for live data"));

        assertThat(after).containsExactly(limited(NOON, "RESERVED", "for live data"));
    }

    @Test
    void whatIsReportedAgainIsNoNews() {
        List<Condition> held = List.of(limited(MORNING, "QUOTA_SPENT", "until noon"));

        assertThat(Conditions.with(held, limited(NOON, "QUOTA_SPENT", "until noon")))
                .isEqualTo(held);
    }

    @Test
    void refusalsAddUpAndRepetitionsDoNot() {
        List<Condition> tcx = List.of(missing(MORNING, "Not your tcx."));

        List<Condition> both = Conditions.with(tcx, missing(NOON, "Not your heart rate."));
        List<Condition> same = Conditions.with(both, missing(NOON, "Not your tcx."));

        assertThat(both).containsExactly(missing(MORNING, "Not your tcx. Not your heart rate."));
        assertThat(same).isEqualTo(both);
    }

    @Test
    void itEndsByItselfWhenItsTimeHasPassed() {
        List<Condition> held =
                List.of(
                        limited(MORNING, "QUOTA_SPENT", "until noon"),
                        missing(MORNING, "Not your tcx."));

        assertThat(Conditions.at(held, NOON.minusMillis(1))).isEqualTo(held);
        assertThat(Conditions.at(held, NOON)).containsExactly(held.getLast());
    }

    @Test
    void aNewConsentKeepsTheBeginningOfWhatItFindsAgainAndAReadingOfHistory() {
        Condition backfilling =
                new Condition(Condition.BACKFILLING, MORNING, "RUNNING", "3 of 30 days");
        List<Condition> before =
                List.of(
                        backfilling,
                        missing(MORNING, "Not your tcx."),
                        limited(MORNING, "QUOTA_SPENT", "until noon"));

        List<Condition> after =
                Conditions.afterConsent(before, List.of(missing(NOON, "Not your sleep.")));

        assertThat(after).containsExactly(backfilling, missing(MORNING, "Not your sleep."));
    }

    @Test
    void anEndedConsentIsNeitherLimitedNorStale() {
        List<Condition> before =
                List.of(
                        missing(MORNING, "Not your tcx."),
                        limited(MORNING, "QUOTA_SPENT", "until noon"),
                        new Condition(Condition.STALE, MORNING, "NOT_READ", "since morning"));

        assertThat(Conditions.afterEnd(before)).containsExactly(before.getFirst());
    }

    @Test
    void theTextReadsBackTheSame() {
        List<Condition> held =
                List.of(
                        limited(MORNING, "QUOTA_SPENT", "until \"noon\""),
                        missing(MORNING, "Not your tcx."));

        assertThat(Conditions.parse(Conditions.text(held))).isEqualTo(held);
    }
}
