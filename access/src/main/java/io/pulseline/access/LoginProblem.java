package io.pulseline.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a login of a program was refused, from who knows it to {@link Doorkeeper} who says it. */
public final class LoginProblem {
    private static final String TOLD = LoginProblem.class.getName();
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    private LoginProblem() {}

    /**
     * What is wrong was sent. To be called before the login is refused.
     *
     * @param why a whole sentence, in which nothing comes from the request
     */
    public static void tell(RoutingContext context, String why) {
        context.put(TOLD, new Refusal(UNAUTHORIZED, why));
    }

    /** Nobody can say now whether anything is wrong: 503 is answered, and not 401. As above. */
    public static void postpone(RoutingContext context, String why) {
        context.put(TOLD, new Refusal(UNAVAILABLE, why));
    }

    static Optional<Refusal> of(RoutingContext context) {
        @Nullable Refusal told = context.get(TOLD);
        return Optional.ofNullable(told);
    }
}
