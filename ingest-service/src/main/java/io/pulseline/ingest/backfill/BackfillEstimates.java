package io.pulseline.ingest.backfill;

import io.pulseline.ingest.backfill.BackfillEstimate.Bound;
import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.budget.ProviderQuotas;
import io.pulseline.ingest.sync.DataProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tells how long the reading of history would take. Asks no provider and no database. */
@ApplicationScoped
class BackfillEstimates {
    private static final long HOUR_MILLISECONDS = Duration.ofHours(1).toMillis();

    private final ProviderQuotas quotas;
    private final BackfillConfig config;
    private final Clock clock;

    BackfillEstimates(ProviderQuotas quotas, BackfillConfig config, Clock clock) {
        this.quotas = quotas;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What is to be estimated.
     *
     * @param days dates of each user
     * @param replicas of this service that share the work
     * @param answerMilliseconds how long one request takes, with what we do between two
     */
    record Question(int users, int days, int replicas, int answerMilliseconds) {}

    BackfillEstimate of(DataProvider provider, Question question) {
        LocalDate last = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        Map<String, Integer> requests =
                new BackfillCost(provider).requests(last, question.days(), config.datesPerStep());
        int perUser = requests.values().stream().mapToInt(Integer::intValue).sum();
        long ofAll = (long) perUser * question.users();
        int userPerHour = quotas.perHour(provider.provider(), Priority.BACKFILL);
        OptionalInt allPerHour = quotas.perHourOfAll(provider.provider(), Priority.BACKFILL);
        int atOnce = Math.min(question.users(), config.concurrency() * question.replicas());
        long ourPerHour = HOUR_MILLISECONDS * atOnce / question.answerMilliseconds();

        Bound user = Bound.of(perUser, userPerHour);
        @Nullable Bound project =
                allPerHour.isPresent() ? Bound.of(ofAll, allPerHour.getAsInt()) : null;
        Bound ours = Bound.of(ofAll, (int) Math.min(Integer.MAX_VALUE, ourPerHour));
        Bound longest = user;
        String boundBy = BackfillEstimate.USER_QUOTA;
        if (project != null && project.isLongerThan(longest)) {
            longest = project;
            boundBy = BackfillEstimate.PROJECT_QUOTA;
        }
        if (ours.isLongerThan(longest)) {
            longest = ours;
            boundBy = BackfillEstimate.REPLICAS;
        }
        return new BackfillEstimate(
                provider.provider(),
                question.users(),
                question.days(),
                perUser,
                requests,
                user,
                project,
                ours,
                longest.seconds(),
                boundBy,
                assumptions(question, project != null));
    }

    private List<String> assumptions(Question question, boolean countsAll) {
        List<String> words = new ArrayList<>();
        words.add(
                "Every user has consented to all kinds of data and has data on every date: what is"
                        + " missing takes less.");
        words.add(
                "A user has "
                        + BackfillCost.ACTIVITIES_IN_A_WEEK
                        + " activities a week, each with "
                        + BackfillCost.PARTS_OF_AN_ACTIVITY
                        + " further parts; every list and series fits on one page.");
        words.add(
                "Live and late work ask little meanwhile. They go first: history stops at the share"
                        + " of the quota that is theirs, and goes on as it comes back.");
        words.add(
                countsAll
                        ? "A user's quota and the project's come back evenly; what a full bucket"
                                + " gives at once is not counted."
                        : "Each user's quota comes back at the full hour; the hours are taken as"
                                + " one steady stream.");
        words.add(
                question.replicas()
                        + " replica(s) read "
                        + config.concurrency()
                        + " users each at a time (ingest.backfill.concurrency), and a request takes "
                        + question.answerMilliseconds()
                        + " ms. A user who waits for quota leaves the place to another.");
        words.add("Nothing fails, and the provider refuses nothing.");
        return List.copyOf(words);
    }
}
