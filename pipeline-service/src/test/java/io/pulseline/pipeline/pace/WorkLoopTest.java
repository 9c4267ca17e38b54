package io.pulseline.pipeline.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkLoopTest {
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void itWorksOnWithoutRestWhileThereIsWork() {
        AtomicInteger left = new AtomicInteger(5);

        try (WorkLoop _ =
                WorkLoop.start(
                        "test", NEVER, () -> left.getAndUpdate(count -> Math.max(0, count - 1)))) {
            await().atMost(Duration.ofSeconds(5)).until(() -> left.get() == 0);
        }
    }

    @Test
    void aWakeUpBringsItBackAtOnce() {
        AtomicInteger steps = new AtomicInteger();

        try (WorkLoop loop =
                WorkLoop.start(
                        "test",
                        NEVER,
                        () -> {
                            steps.incrementAndGet();
                            return 0;
                        })) {
            await().atMost(Duration.ofSeconds(5)).until(() -> steps.get() == 1);
            loop.wake();
            await().atMost(Duration.ofSeconds(5)).until(() -> steps.get() >= 2);
        }
    }

    @Test
    void aStepThatThrowsIsTriedAgainAtTheNextPoll() {
        AtomicInteger steps = new AtomicInteger();

        try (WorkLoop _ =
                WorkLoop.start(
                        "test",
                        Duration.ofMillis(1),
                        () -> {
                            if (steps.incrementAndGet() < 3) {
                                throw new IllegalStateException("not yet");
                            }
                            return 0;
                        })) {
            await().atMost(Duration.ofSeconds(5)).until(() -> steps.get() > 3);
        }
        int ended = steps.get();
        assertThat(steps).hasValue(ended);
    }
}
