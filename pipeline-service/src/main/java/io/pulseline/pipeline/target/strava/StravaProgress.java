package io.pulseline.pipeline.target.strava;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a delivery to Strava has come, as it is kept between two attempts. */
sealed interface StravaProgress {
    /** Nothing is known to have been uploaded. */
    record Begun() implements StravaProgress {
        @Override
        public String text() {
            return "";
        }
    }

    /**
     * A file is being processed.
     *
     * @param upload Strava's id of the upload
     * @param polls how often it was asked for
     * @param repeated whether an earlier upload of the same may have arrived
     */
    record Uploaded(String upload, Instant since, int polls, boolean repeated)
            implements StravaProgress {
        /** Strava processes most files in some seconds: 1, 2, 2, 4 … s (fact sheet, 1.3). */
        private static final List<Integer> FIRST_SECONDS = List.of(1, 2, 2, 4, 8, 16, 32);

        private static final Duration MINUTE = Duration.ofMinutes(1);
        private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
        private static final Duration HOUR = Duration.ofHours(1);

        @Override
        public String text() {
            return String.join(
                    " ",
                    "upload",
                    upload,
                    Long.toString(since.getEpochSecond()),
                    Integer.toString(polls),
                    Boolean.toString(repeated));
        }

        /** Asked once more. */
        Uploaded polled() {
            return new Uploaded(upload, since, polls + 1, repeated);
        }

        /** How long to wait until it is asked for again: polls count in a limit. */
        Duration pause(Instant now) {
            if (polls < FIRST_SECONDS.size()) {
                return Duration.ofSeconds(FIRST_SECONDS.get(polls));
            }
            Duration age = Duration.between(since, now);
            if (age.compareTo(TEN_MINUTES) < 0) {
                return MINUTE;
            }
            return age.compareTo(HOUR) < 0 ? MINUTE.multipliedBy(5) : MINUTE.multipliedBy(15);
        }
    }

    /**
     * The activity is there; what the file could not say is to follow.
     *
     * @param activity Strava's id of it
     * @param all whether it was there before, so that everything is to be said
     */
    record Made(String activity, boolean all) implements StravaProgress {
        @Override
        public String text() {
            return "activity " + activity + " " + all;
        }
    }

    /** As it is kept; {@link #read} understands it. */
    String text();

    /**
     * What was kept.
     *
     * @param text null for nothing
     * @throws IllegalArgumentException if it is not ours
     */
    static StravaProgress read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new Begun();
        }
        String[] words = text.split(" ", -1);
        if (words[0].equals("upload") && words.length == 5) {
            return new Uploaded(
                    words[1],
                    Instant.ofEpochSecond(Long.parseLong(words[2])),
                    Integer.parseInt(words[3]),
                    Boolean.parseBoolean(words[4]));
        }
        if (words[0].equals("activity") && words.length == 3) {
            return new Made(words[1], Boolean.parseBoolean(words[2]));
        }
        throw new IllegalArgumentException("\"" + words[0] + "\" is no progress at Strava");
    }
}
