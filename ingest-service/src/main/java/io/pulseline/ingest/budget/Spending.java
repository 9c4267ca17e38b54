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
    private final @Nullable Spending around;
    private @Nullable Postponed postponed;
    private int requests;

    private Spending(UUID connection, Priority priority, @Nullable Spending around) {
        this.connection = connection;
        this.priority = priority;
        this.around = around;
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
     * @param requests that were made, those of questions within this one included
     */
    public record Spent<T>(T answer, Optional<Postponed> postponed, int requests) {}

    /** Asks; every call that is made meanwhile counts for this connection. */
    public static <T> Spent<T> of(UUID connection, Priority priority, Supplier<T> question) {
        @Nullable Spending around = CURRENT.isBound() ? CURRENT.get() : null;
        Spending spending = new Spending(connection, priority, around);
        T answer = ScopedValue.where(CURRENT, spending).call(question::get);
        return new Spent<>(answer, Optional.ofNullable(spending.postponed), spending.requests);
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

    void granted() {
        requests++;
        if (around != null) {
            around.granted();
        }
    }

    void postponed(Postponed met) {
        postponed = met;
    }
}
