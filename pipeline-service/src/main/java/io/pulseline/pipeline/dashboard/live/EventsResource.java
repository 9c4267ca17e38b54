package io.pulseline.pipeline.dashboard.live;

import io.pulseline.pipeline.login.CurrentUser;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Server-sent events for open pages; they carry no data, a page reads what it shows anew. */
@Path("/events")
class EventsResource {
    /** Below the time after which proxies end a silent answer. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

    /** At once, so that the browser has its answer; ticks take no zero. */
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final LiveChanges changes;
    private final CurrentUser user;
    private final int mostPages;
    private final Duration longest;

    @Inject
    EventsResource(
            LiveChanges changes,
            CurrentUser user,
            @ConfigProperty(name = "pulseline.live.most-pages", defaultValue = "8") int mostPages,
            @ConfigProperty(name = "pulseline.live.longest", defaultValue = "15M")
                    Duration longest) {
        this.changes = changes;
        this.user = user;
        this.mostPages = mostPages;
        this.longest = longest;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Says `changed` when a run of yours changed, at most twice a second",
            description =
                    "Ends after 15 minutes, so that a login which has ended is noticed; browsers"
                            + " connect again by themselves.")
    public Multi<OutboundSseEvent> events(
            @Parameter(
                            description =
                                    "When the page was read, in milliseconds since 1970 (UTC):"
                                            + " `changed` comes at once if something may have"
                                            + " changed since.")
                    @QueryParam("since")
                    @Nullable Long since,
            @Context Sse sse) {
        UUID asking = user.id();
        if (changes.watching(asking) >= mostPages) {
            throw new ClientErrorException(
                    "more than " + mostPages + " pages are open at once; close one",
                    Response.Status.TOO_MANY_REQUESTS);
        }
        Multi<UUID> missed =
                Multi.createFrom()
                        .deferred(() ->
                                since != null
                                                && changes.mayHaveChanged(
                                                        asking, Instant.ofEpochMilli(since))
                                        ? Multi.createFrom().item(asking)
                                        : Multi.createFrom().empty());
        // It watches before it asks what it has missed.
        Multi<OutboundSseEvent> changed =
                Multi.createBy()
                        .merging()
                        .streams(changes.of(asking), missed)
                        .group()
                        .intoLists()
                        .every(Duration.ofMillis(500))
                        .map(_ -> sse.newEventBuilder().name("changed").data("runs").build());
        Multi<OutboundSseEvent> alive =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(AT_ONCE)
                        .every(SIGN_OF_LIFE)
                        .onOverflow()
                        .drop()
                        .map(_ -> sse.newEventBuilder().comment("here").build());
        return Multi.createBy().merging().streams(changed, alive).select().first(longest);
    }
}
