package io.pulseline.ingest.budget;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose account, and how urgently, the present thread asks a provider. Bound around a question,
 * because a question may take many calls and none of them knows the connection: whoever makes a
 * call finds it here. Belongs to one thread.
 */
public final class Spending {
    private static final ScopedValue<Spending> CURRENT = ScopedValue.newInstance();

    private final UUID connection;
    private final Priority priority;
    private @Nullable Postponed postponed;

    private Spending(UUID connection, Priority priority) {
        this.connection = connection;
        this.priority = priority;
    }

    /**
     * Nothing is answered before then.
     *
     * @param reason for people
     * @param forAll whether nobody is answered, however urgent
     */
    public record Postponed(Instant until, String reason, boolean forAll) {}

    /**
     * What a question led to, with what its calls met at the quota.
     *
     * @param postponed if one of them was not made or not answered for want of quota
     */
    public record Spent<T>(T answer, Optional<Postponed> postponed) {}

    /** Asks; every call that is made meanwhile counts for this connection. */
    public static <T> Spent<T> of(UUID connection, Priority priority, Supplier<T> question) {
        Spending spending = new Spending(connection, priority);
        T answer = ScopedValue.where(CURRENT, spending).call(question::get);
        return new Spent<>(answer, Optional.ofNullable(spending.postponed));
    }

    /**
     * The account of the call that is about to be made.
     *
     * @throws IllegalStateException if nobody says who pays: no call may go uncounted
     */
    static Spending current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("a provider is asked outside of Spending.of");
        }
        return CURRENT.get();
    }

    UUID connection() {
        return connection;
    }

    Priority priority() {
        return priority;
    }

    void postponed(Postponed met) {
        postponed = met;
    }
}
