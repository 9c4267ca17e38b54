package io.pulseline.ingest.budget;

import java.time.Duration;

/** Settings with round numbers: a user's request comes back in 400 ms, the project's in 10 ms. */
record BucketSettings() implements BucketConfig {
    @Override
    public User user() {
        return new User() {
            @Override
            public int capacity() {
                return 150;
            }

            @Override
            public int perMinute() {
                return 150;
            }

            @Override
            public int liveMargin() {
                return 5;
            }
        };
    }

    @Override
    public Project project() {
        return new Project() {
            @Override
            public int capacity() {
                return 1000;
            }

            @Override
            public int perMinute() {
                return 6000;
            }

            @Override
            public int liveMargin() {
                return 100;
            }

            @Override
            public int batch() {
                return 100;
            }

            @Override
            public Duration batchLapsesAfter() {
                return Duration.ofSeconds(10);
            }
        };
    }

    @Override
    public int lateShare() {
        return 80;
    }

    @Override
    public int backfillShare() {
        return 50;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration clockTolerance() {
        return Duration.ofMinutes(5);
    }
}
