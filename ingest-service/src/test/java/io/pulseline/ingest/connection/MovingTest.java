package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People move from Fitbit, which is simulated, to Google Health, which is played. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class MovingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject Movers movers;
    @Inject ConnectionStore connections;
    @Inject ConnectionNotes notes;
    @Inject ConnectInvites invites;
    @Inject ConnectionUpkeep upkeep;
    @Inject KindSchedule schedule;
    @Inject TokenStore tokens;
    @Inject Transactions transactions;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();
    private final UUID user = UUID.randomUUID();
    private final SimulatedUser wearer = People.wearer();
    private final List<UUID> played = new ArrayList<>();

    /** Nobody reads a played connection after its test. */
    @AfterEach
    void playedConnectionsEnd() {
        played.forEach(id -> connections.revoke(id, "played to its end", fitbit.now()));
    }

    private static PlayedGoogle google(@Nullable String formerId) {
        return new PlayedGoogle("google-" + UUID.randomUUID(), formerId, BERLIN);
    }

    private Connection moves(PlayedGoogle google) {
        Connection moved = movers.connectsGoogle(user, google);
        played.add(moved.id());
        return moved;
    }

    /** Connected, and read once. */
    private Connection onFitbit() {
        Connection connection = movers.connectsFitbit(user, wearer);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        schedule.kinds(connection.id()).stream()
                                .filter(kind -> kind.kind().equals(PayloadKind.ACTIVITY))
                                .anyMatch(kind -> kind.lastSuccess() != null));
        SimulatedFitbit.awaitQuiet();
        return connection;
    }

    private Connection now(Connection connection) {
        return connections.find(connection.id()).orElseThrow();
    }

    private LocalDate earliestRead(Connection connection) {
        return schedule.kinds(connection.id()).stream()
                .filter(kind -> kind.lastSuccess() != null)
                .map(KindState::watermark)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    @Test
    void googleIsReadFromTwoWeeksBeforeFitbitEnded() {
        Connection former = onFitbit();
        LocalDate expected = earliestRead(former).minusDays(14);

        Connection moved = moves(google(wearer.id()));

        assertThat(schedule.kinds(moved.id()))
                .hasSize(PayloadKind.all().size())
                .allSatisfy(kind -> assertThat(kind.watermark()).isEqualTo(expected));
    }

    @Test
    void theOldConnectionEndsAndSaysWhy() {
        Connection former = onFitbit();

        Connection moved = moves(google(wearer.id()));

        Connection ended = now(former);
        assertThat(ended.state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(ended.reason()).contains("moved to Google Health");
        assertThat(ended.movedTo()).isEqualTo(moved.id());
        assertThat(tokens.held(former.id())).isEmpty();
        assertThat(schedule.kinds(former.id())).isNotEmpty();
        assertThat(fitbit.requests())
                .filteredOn(request -> wearer.id().equals(request.user()))
                .extracting(request -> request.path())
                .contains("/oauth2/revoke");
        ConnectionChanged told =
                streams.awaitState(former.id().toString(), ConnectionState.DISCONNECTED);
        assertThat(told.getReason()).contains("moved to Google Health");
        streams.awaitState(moved.id().toString(), ConnectionState.CONNECTED);
    }

    @Test
    void zonesAndStudyWindowAreTakenAlong() {
        Connection former = onFitbit();
        LocalDate today = fitbit.now().atZone(BERLIN).toLocalDate();
        ZoneHistory travelled =
                ZoneHistory.UNKNOWN
                        .told(ZoneId.of("Asia/Tokyo"), today.minusDays(20))
                        .told(BERLIN, today.minusDays(6));
        notes.zonesRead(former.id(), travelled, fitbit.now());
        StudyWindow window = new StudyWindow(today.minusDays(60), today.plusDays(60));
        notes.studyWindow(former.id(), window);

        Connection moved = moves(google(wearer.id()));

        assertThat(moved.zones()).isEqualTo(travelled);
        assertThat(moved.studyWindow()).isEqualTo(window);
    }

    @Test
    void aZoneThatGoogleTellsOtherwiseBeginsToday() {
        Connection former = onFitbit();
        PlayedGoogle abroad =
                new PlayedGoogle(
                        "google-" + UUID.randomUUID(), wearer.id(), ZoneId.of("America/New_York"));

        Connection moved = moves(abroad);

        assertThat(moved.zones().zones()).hasSize(2);
        assertThat(moved.zones().zones().getFirst()).isEqualTo(former.zones().zones().getFirst());
    }

    @Test
    void aConnectionThatFitbitEndedSaysThatItsUserHasMoved() {
        Connection former = onFitbit();
        connections.needsReauthorization(former.id(), "switched off", fitbit.now());

        moves(google(wearer.id()));

        assertThat(now(former).state()).isEqualTo(ConnectionState.NEEDS_REAUTHORIZATION);
        assertThat(now(former).reason()).contains("moved to Google Health");
        streams.awaitConnection(
                former.id().toString(),
                told -> String.valueOf(told.getReason()).contains("moved to Google Health"));
    }

    @Test
    void anAccountThatWasAnothersAtFitbitIsRefused() {
        onFitbit();

        ConnectOutcome outcome = movers.goesToGoogle(UUID.randomUUID(), google(wearer.id()));

        assertThat(outcome).isInstanceOf(ConnectOutcome.BelongsToAnother.class);
    }

    @Test
    void anAccountThatIsAnothersAtGoogleCannotBeConnectedAtFitbit() {
        moves(google(wearer.id()));

        ConnectOutcome outcome = movers.arrives(movers.allowsFitbit(UUID.randomUUID(), wearer));

        assertThat(outcome).isInstanceOf(ConnectOutcome.BelongsToAnother.class);
    }

    @Test
    void anotherFormerAccountIsNotFollowed() {
        Connection other = onFitbit();

        Connection moved = moves(google("NOBODYS"));

        assertThat(now(other).state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(now(other).movedTo()).isNull();
        assertThat(earliestWatermark(moved))
                .isEqualTo(fitbit.now().atZone(BERLIN).toLocalDate().minusDays(1));
    }

    private LocalDate earliestWatermark(Connection connection) {
        return schedule.kinds(connection.id()).stream()
                .map(KindState::watermark)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    @Test
    void withoutAFormerIdTheUsersOneConnectionIsFollowed() {
        Connection former = onFitbit();

        Connection moved = moves(google(null));

        assertThat(now(former).movedTo()).isEqualTo(moved.id());
        assertThat(now(former).state()).isEqualTo(ConnectionState.DISCONNECTED);
    }

    @Test
    void withoutAFormerIdNobodyGuessesAmongSeveral() {
        Connection one = movers.connectsFitbit(user, wearer);
        Connection other = movers.connectsFitbit(user, People.wearer());

        moves(google(null));

        assertThat(List.of(now(one), now(other)))
                .allSatisfy(former -> assertThat(former.movedTo()).isNull());
    }

    @Test
    void whoHasMovedIsNotConnectedAtFitbitAgainUntilGoogleIsDisconnected() {
        movers.connectsFitbit(user, wearer);
        Movers.FromFitbit onTheWay = movers.allowsFitbit(user, wearer);
        Connection moved = moves(google(wearer.id()));

        ConnectOutcome refused = movers.arrives(onTheWay);
        ConnectPage page = ConnectPage.of(google(null), refused);

        assertThat(refused).isInstanceOf(ConnectOutcome.MovedOn.class);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains(moved.id().toString()).contains("disconnect");

        connections.disconnected(moved.id(), "You disconnected.", false, fitbit.now());
        Connection back = movers.connectsFitbit(user, wearer);
        assertThat(back.movedTo()).isNull();
        assertThat(back.isConnected()).isTrue();
    }

    @Test
    void ofSeveralAccountsTheOneThatHasMovedIsRefusedByItsId() {
        movers.connectsFitbit(user, wearer);
        SimulatedUser another = People.wearer();
        movers.connectsFitbit(user, another);
        moves(google(wearer.id()));

        ConnectOutcome refused = movers.arrives(movers.allowsFitbit(user, wearer));

        assertThat(refused).isInstanceOf(ConnectOutcome.MovedOn.class);
        assertThat(movers.connectsFitbit(user, another).isConnected()).isTrue();
    }

    @Test
    void aMoveThatWasCutShortIsFinishedByTheNextPass() {
        Connection former = onFitbit();
        transactions.run(() ->
                ConnectionEntity.update(
                        "movedTo = ?1 where id = ?2", UUID.randomUUID(), former.id()));

        assertThat(upkeep.readable(former.id())).isEmpty();

        assertThat(now(former).state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(now(former).reason()).contains("moved to Google Health");
    }

    @Test
    void aReminderIsOverWhenItsUserHasMoved() {
        Connection former = onFitbit();
        ConnectInvites.Invite invite = invites.make(former);

        moves(google(wearer.id()));

        assertThat(now(former).conditions())
                .extracting(Condition::type)
                .doesNotContain(Condition.MOVE_TO_GOOGLE_HEALTH);
        String secret = Movers.query(invite.link()).getOrDefault("invite", "");
        assertThat(invites.open(secret)).isEmpty();
    }
}
