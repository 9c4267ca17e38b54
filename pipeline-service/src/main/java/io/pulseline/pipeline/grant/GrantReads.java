package io.pulseline.pipeline.grant;

import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** How users' grants stand, for pages. To be called inside a transaction; nothing blocks. */
@ApplicationScoped
public class GrantReads {
    private final Grants grants;

    GrantReads(Grants grants) {
        this.grants = grants;
    }

    /** All of that user, by type; never a token. */
    public Uni<List<GrantView>> of(UUID user) {
        return grants.list("user", Sort.by("type"), user)
                .map(rows -> rows.stream().map(GrantRow::view).toList());
    }
}
