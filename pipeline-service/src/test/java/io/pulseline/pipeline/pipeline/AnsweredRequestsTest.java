package io.pulseline.pipeline.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.form.InvalidFormException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceSettings.class)
class AnsweredRequestsTest {
    /** Far from the clock of the service, which forgets by itself. */
    private static final Instant NOON = Instant.parse("2126-11-21T12:00:00Z");

    /** Everything is asked by another user in each test. */
    private final UUID user = UUID.randomUUID();

    private final AtomicInteger works = new AtomicInteger();
    private final AnsweredRequests requests;
    private final Transactions transactions;

    @Inject
    AnsweredRequestsTest(AnsweredRequests requests, Transactions transactions) {
        this.requests = requests;
        this.transactions = transactions;
    }

    @Test
    void theFirstAnswerIsGivenAgainForADay() {
        assertThat(asked("a", "body", NOON)).isEqualTo("answer 1");
        assertThat(asked("a", "body", NOON)).isEqualTo("answer 1");
        assertThat(asked("a", "body", NOON.plus(Duration.ofHours(24)).minusMillis(1)))
                .isEqualTo("answer 1");
    }

    @Test
    void afterADayItIsAnotherRequest() {
        asked("a", "body", NOON);
        Instant later = NOON.plus(Duration.ofHours(24));

        assertThat(asked("a", "another", later)).isEqualTo("answer 2");
        assertThat(asked("a", "another", later.plusSeconds(1))).isEqualTo("answer 2");
    }

    @Test
    void otherKeysAndOtherUsersAreOtherRequests() {
        asked("a", "body", NOON);

        assertThat(asked("b", "body", NOON)).isEqualTo("answer 2");
        assertThat(asked(request(UUID.randomUUID(), "a", "path", "body"), NOON))
                .isEqualTo("answer 3");
    }

    @Test
    void anotherBodyOrPathUnderTheSameKeyIsRefused() {
        asked("a", "body", NOON);

        for (OnlyOnce other :
                List.of(
                        request(user, "a", "path", "bodx"),
                        request(user, "a", "pathx", "body"),
                        request(user, "a", "path", ""))) {
            assertThatThrownBy(() -> asked(other, NOON))
                    .rootCause()
                    .isInstanceOfSatisfying(
                            ClientErrorException.class,
                            e -> assertThat(e.getResponse().getStatus()).isEqualTo(422));
        }
        assertThat(works).hasValue(1);
    }

    @Test
    void whatFailedMayBeAskedAgain() {
        assertThatThrownBy(() ->
                        transactions.writeAndWait(() ->
                                requests.once(
                                        request(user, "a", "path", "body"),
                                        NOON,
                                        String.class,
                                        () ->
                                                Uni.createFrom()
                                                        .failure(
                                                                new InvalidFormException(
                                                                        List.of())))))
                .rootCause()
                .isInstanceOf(InvalidFormException.class);

        assertThat(asked("a", "body", NOON)).isEqualTo("answer 1");
    }

    @Test
    void ofManyAtTheSameTimeOneIsDone() throws InterruptedException, ExecutionException {
        Callable<String> ask = () -> asked("a", "body", NOON);

        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : askers.invokeAll(List.of(ask, ask, ask, ask, ask))) {
                assertThat(answer.get()).isEqualTo("answer 1");
            }
        }
        assertThat(works).hasValue(1);
    }

    @Test
    void oldOnesAreForgottenAndYoungOnesKept() {
        OnlyOnce old = request(user, "old", "path", "body");
        OnlyOnce young = request(user, "young", "path", "body");
        asked(old, NOON.minus(Duration.ofHours(24)));
        asked(young, NOON.minus(Duration.ofHours(24)).plusMillis(1));

        Long forgotten = transactions.writeAndWait(() -> requests.forget(NOON));

        assertThat(forgotten).isPositive();
        assertThat(row(old)).isNull();
        assertThat(row(young)).isNotNull();
    }

    @Test
    void answersLieEncrypted() {
        OnlyOnce request = request(user, "a", "path", "body");
        asked(request, NOON);

        byte[] kept = requireNonNull(requireNonNull(row(request)).answer);

        assertThat(new String(kept, UTF_8)).doesNotContain("answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aKeyThatSaysNothingIsRefused(String key) {
        assertThatThrownBy(() -> request(user, key, "path", "body"))
                .isInstanceOf(InvalidFormException.class)
                .hasMessage("Idempotency-Key");
        assertThatThrownBy(() -> request(user, "x".repeat(201), "path", "body"))
                .isInstanceOf(InvalidFormException.class);
    }

    private String asked(String key, String body, Instant now) {
        return asked(request(user, key, "path", body), now);
    }

    private String asked(OnlyOnce request, Instant now) {
        return transactions.writeAndWait(() ->
                requests.once(
                        request,
                        now,
                        String.class,
                        () -> Uni.createFrom().item(() -> "answer " + works.incrementAndGet())));
    }

    private @Nullable AnsweredRequestRow row(OnlyOnce request) {
        return transactions.writeAndWait(() -> requests.findById(request.id()));
    }

    private static OnlyOnce request(UUID user, String key, String path, String body) {
        return OnlyOnce.of(key, user, path, body.getBytes(UTF_8)).orElseThrow();
    }
}
