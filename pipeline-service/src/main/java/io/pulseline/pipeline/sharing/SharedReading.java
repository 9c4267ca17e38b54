package io.pulseline.pipeline.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The way of the care team to users: nothing of a user is read for a member but through here, and
 * each look is noted for the user to see. To be called inside a transaction that may write.
 */
@ApplicationScoped
public class SharedReading {
    private final Shares shares;

    SharedReading(Shares shares) {
        this.shares = shares;
    }

    /**
     * A member is about to look at a user.
     *
     * @throws NotFoundException if the user does not share with the member, or not any more
     */
    public Uni<Share> look(UUID member, UUID user, Instant now) {
        return shares.between(member, user, now)
                .map(found -> found.orElseThrow(() -> new NotFoundException("no user " + user)))
                .call(share -> shares.looked(List.of(share), now));
    }

    /** A member is about to look at everybody who shares with them; by label. */
    public Uni<List<Share>> lookAtAll(UUID member, Instant now) {
        return shares.ofMember(member, now)
                .call(all -> all.isEmpty() ? Uni.createFrom().voidItem() : shares.looked(all, now));
    }
}
