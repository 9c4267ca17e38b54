package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.ingest.connection.AuthorizedCalls;
import io.pulseline.ingest.connection.AuthorizedCalls.CallOutcome;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class TroubleTest {
    private static final Duration RUN = Duration.ofMinutes(32);
    private static final String LIST = "activities/list.json";

    @Inject AuthorizedCalls calls;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private void ring(SimulatedUser wearer) {
        fitbit.ringsFor(wearer, "activities", fitbit.now().atZone(wearer.zone()).toLocalDate());
    }

    private long seen(String path, int status) {
        return fitbit.requests().stream()
                .filter(request -> request.path().contains(path) && request.status() == status)
                .count();
    }

    private long listsOf(SimulatedUser wearer) {
        return fitbit.requests().stream()
                .filter(request -> wearer.id().equals(request.user()))
                .filter(request -> request.path().contains(LIST))
                .count();
    }

    private void awaitSeen(String path, int status, long before) {
        await().atMost(Duration.ofSeconds(15)).until(() -> seen(path, status) > before);
    }

    /** A wearer whose first pass is over, like everybody else's. */
    private static String settled(SimulatedUser wearer) {
        String connection = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        return connection;
    }

    @Test
    void anExpiredTokenIsRefreshedAgainAndAgain() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);

        for (int count = 1; count <= 3; count++) {
            fitbit.expiresAccessTokens();
            fitbit.hasRun(wearer, RUN.plusMinutes(count));
            ring(wearer);
            streams.awaitPayloads(connection, count);
        }

        People.looksAt("anna", connection).then().body("state", equalTo("CONNECTED"));
    }

    @Test
    void aRefreshWithoutAnAnswerIsPostponed() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);
        long before = seen("/oauth2/token", 503);
        fitbit.failNext(Fault.serverError(503).onPath("/oauth2/token"));
        fitbit.expiresAccessTokens();
        fitbit.hasRun(wearer, RUN);
        ring(wearer);
        awaitSeen("/oauth2/token", 503, before);

        fitbit.advance(Duration.ofMinutes(1));

        streams.awaitPayloads(connection, 1);
        People.looksAt("anna", connection).then().body("state", equalTo("CONNECTED"));
    }

    @Test
    void aGrantThatIsGoneNeedsANewConsent() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);
        // Another consent replaces the only refresh token the user may have.
        fitbit.hasConsent(wearer, Scope.ACTIVITY);
        fitbit.expiresAccessTokens();
        ring(wearer);

        ConnectionChanged told =
                streams.awaitState(connection, ConnectionState.NEEDS_REAUTHORIZATION);

        assertThat(told.getReason()).contains("connect again");
        String again = People.connects("anna", wearer);
        assertThat(again).isEqualTo(connection);
        fitbit.hasRun(wearer, RUN);
        ring(wearer);
        streams.awaitPayloads(connection, 1);
    }

    @Test
    void aRateLimitPostponesUntilItIsOver() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);
        long before = seen(LIST, 429);
        fitbit.failNext(Fault.rateLimited().onPath(LIST));
        fitbit.hasRun(wearer, RUN);
        ring(wearer);
        awaitSeen(LIST, 429, before);
        long asked = seen(LIST, 200);
        ring(wearer);

        fitbit.advance(Duration.ofMinutes(61));

        streams.awaitPayloads(connection, 1);
        assertThat(seen(LIST, 200)).isGreaterThan(asked);
    }

    @Test
    void aListThatIsCutIsReadAgainLater() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);
        long before = seen(LIST, 200);
        fitbit.failNext(Fault.malformedJson().onPath(LIST));
        fitbit.hasRun(wearer, RUN);
        ring(wearer);
        awaitSeen(LIST, 200, before);

        fitbit.advance(Duration.ofSeconds(30));

        assertThat(streams.awaitPayloads(connection, 1))
                .extracting(PayloadCaptured::getCompleteness)
                .containsExactly("COMPLETE");
    }

    @Test
    void anHtmlPageInsteadOfAnAnswerIsAskedAgain() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);
        long before = seen("/heart/", 502);
        fitbit.failNext(Fault.htmlBody(502).onPath("/heart/"));
        fitbit.hasRun(wearer, RUN);
        ring(wearer);
        awaitSeen("/heart/", 502, before);

        fitbit.advance(Duration.ofSeconds(30));

        assertThat(streams.awaitPayloads(connection, 1).getFirst().getParts()).hasSize(3);
    }

    @Test
    void aPartThatIsNotAllowedIsLeftOutAndNamed() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);
        fitbit.failNext(Fault.insufficientScope().onPath(".tcx"));
        fitbit.hasRun(wearer, RUN);

        ring(wearer);

        PayloadCaptured payload = streams.awaitPayloads(connection, 1).getFirst();
        assertThat(payload.getCompleteness()).isEqualTo("COMPLETE");
        assertThat(payload.getParts())
                .extracting(PayloadPart::getKind)
                .containsExactly("log", "heart-rate");
        People.looksAt("anna", connection)
                .then()
                .body("conditions[0].type", equalTo("MISSING_SCOPES"))
                .body("conditions[0].message", containsString("tcx"));
    }

    @Test
    void aQuestionThatIsNotTakenIsNotRepeatedSoonAndTheConnectionSaysWhy() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);
        SimulatedFitbit.othersRest(UUID.fromString(connection));
        long before = seen(LIST, 400);
        fitbit.failNext(Fault.serverError(400).onPath(LIST));
        ring(wearer);
        awaitSeen(LIST, 400, before);
        SimulatedFitbit.awaitQuiet();
        long asked = listsOf(wearer);

        fitbit.advance(Duration.ofHours(3));
        SimulatedFitbit.awaitQuiet();

        assertThat(listsOf(wearer)).isEqualTo(asked);
        People.looksAt("anna", connection)
                .then()
                .body(
                        "kinds.find { it.kind == 'activity' }.postponedReason",
                        containsString("400"));
    }

    @Test
    void aProviderThatIsGoneIsNotAskedAnyMore() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);
        SimulatedFitbit.othersRest(UUID.fromString(connection));
        fitbit.failNext(Fault.gone().onPath(LIST));

        ring(wearer);

        ConnectionChanged told =
                streams.awaitState(connection, ConnectionState.NEEDS_REAUTHORIZATION);
        assertThat(told.getReason()).contains("moved to Google Health");
    }

    @Test
    void aConsentTakenBackDeletesTheTokensAtOnce() {
        SimulatedUser wearer = People.wearer();
        String connection = settled(wearer);

        fitbit.withdrawsConsent(wearer);

        streams.awaitState(connection, ConnectionState.REVOKED);
        assertThat(calls.call(UUID.fromString(connection), ProviderAnswer.Given::new))
                .isInstanceOf(CallOutcome.Ended.class);
        String again = People.connects("anna", wearer);
        assertThat(again).isEqualTo(connection);
    }
}
