package io.pulseline.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a login of a program was refused, from who knows it to {@link Doorkeeper} who says it. */
public final class LoginProblem {
    private static final String WHY = LoginProblem.class.getName();

    private LoginProblem() {}

    /**
     * To be called before the login is refused.
     *
     * @param why a whole sentence, in which nothing comes from the request
     */
    public static void tell(RoutingContext context, String why) {
        context.put(WHY, why);
    }

    static Optional<String> of(RoutingContext context) {
        @Nullable String why = context.get(WHY);
        return Optional.ofNullable(why);
    }
}
