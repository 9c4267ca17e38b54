package io.pulseline.pipeline.operator;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that waits for Kafka, on a thread that may wait; what follows is where it was before. */
final class Aside {
    private Aside() {}

    static <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    @Nullable Context back = Vertx.currentContext();
                    Uni<T> done =
                            Uni.createFrom()
                                    .item(work)
                                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
                    return back == null
                            ? done
                            : done.emitOn(command -> back.runOnContext(_ -> command.run()));
                });
    }
}
