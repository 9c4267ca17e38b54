package io.pulseline.ingest.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds out who a consent at a provider comes from, where it has taken another one's place. */
@ApplicationScoped
class Moves {
    private final ConnectionStore connections;
    private final KindSchedule schedule;
    private final ConnectConfig config;

    Moves(ConnectionStore connections, KindSchedule schedule, ConnectConfig config) {
        this.connections = connections;
        this.schedule = schedule;
        this.config = config;
    }

    /**
     * Whether the account, or the one that it was at the former provider, is connected by another
     * user of ours. Blocks.
     */
    boolean isAnothers(String provider, UUID user, TokenPair tokens) {
        Optional<Connection> same = connections.findByOwner(provider, tokens.providerUserId());
        Optional<Connection> former = byFormerId(provider, tokens);
        Optional<Connection> successor =
                Succession.successorOf(provider)
                        .flatMap(next ->
                                connections.findByFormerOwner(next, tokens.providerUserId()));
        return Stream.of(same, former, successor)
                .flatMap(Optional::stream)
                .anyMatch(held -> !held.user().equals(user));
    }

    /**
     * The move that this consent completes; empty if the user comes from nowhere. Blocks.
     *
     * <p>The provider need not tell the former id. A login of ours is one person, so their one
     * connection at the former provider is followed then as well: were it not the same account, the
     * days of both would still be days of that person, and each is one record whoever tells it
     * (dates by their date, things by {@code sync.SameThings}). Of several nobody can say which.
     */
    Optional<Move> of(String provider, UUID user, TokenPair tokens) {
        Optional<Connection> former =
                tokens.owner().formerId() == null
                        ? onlyOne(provider, user)
                        : byFormerId(provider, tokens).filter(held -> held.user().equals(user));
        return former.map(held ->
                Move.from(
                        held,
                        schedule.kinds(held.id()),
                        Period.ofDays(Math.toIntExact(config.moveOverlap().toDays()))));
    }

    private Optional<Connection> byFormerId(String provider, TokenPair tokens) {
        return Succession.formerOf(provider)
                .flatMap(former ->
                        Optional.ofNullable(tokens.owner().formerId())
                                .flatMap(id -> connections.findByOwner(former, id)));
    }

    private Optional<Connection> onlyOne(String provider, UUID user) {
        List<Connection> former =
                Succession.formerOf(provider).stream()
                        .flatMap(name ->
                                connections.ofUser(user).stream()
                                        .filter(held -> held.provider().equals(name)))
                        .toList();
        return former.size() == 1 ? Optional.of(former.getFirst()) : Optional.empty();
    }

    /**
     * Where a user has moved to who would come back to this provider: all their connections here
     * are followed by others that are read. Empty if there may be something to connect. Blocks.
     */
    Optional<Connection> movedOn(String provider, UUID user) {
        List<Connection> held = connections.ofUser(user);
        List<Connection> here =
                held.stream().filter(one -> one.provider().equals(provider)).toList();
        List<Connection> next = here.stream().flatMap(one -> follower(one, held)).toList();
        return next.isEmpty() || next.size() < here.size()
                ? Optional.empty()
                : Optional.of(next.getLast());
    }

    private static Stream<Connection> follower(Connection former, List<Connection> held) {
        return held.stream()
                .filter(Connection::isConnected)
                .filter(one -> one.id().equals(former.movedTo()));
    }

    /**
     * The connection by which the account of these tokens is read already, at the provider that has
     * taken this one's place: two would read the same days. Blocks.
     */
    Optional<Connection> movedOn(String provider, UUID user, TokenPair tokens) {
        String owner = tokens.providerUserId();
        Optional<Connection> told =
                Succession.successorOf(provider)
                        .flatMap(next -> connections.findByFormerOwner(next, owner));
        Optional<Connection> linked =
                connections
                        .findByOwner(provider, owner)
                        .flatMap(held ->
                                Optional.ofNullable(held.movedTo()).flatMap(connections::find));
        return Stream.of(told, linked)
                .flatMap(Optional::stream)
                .filter(next -> next.user().equals(user))
                .filter(Connection::isConnected)
                .findFirst();
    }
}
