package io.pulseline.access;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How often passwords may be tried: from one address, and for one name. Of the form every attempt
 * counts. Programs send name and password with each request, so of those only failures count.
 */
@ApplicationScoped
class LoginAttempts {
    private static final String BASIC = "basic ";

    private final Rates addresses;
    private final Rates names;

    LoginAttempts(AccessSettings settings) {
        this.addresses = rates(settings);
        this.names = rates(settings);
    }

    private static Rates rates(AccessSettings settings) {
        return new Rates(
                settings.loginAttemptsPerMinute(),
                settings.rememberedAtMost(),
                TimeMeter.SYSTEM_NANOTIME);
    }

    /** The form came. Seconds to wait; empty if it may be tried. */
    OptionalLong fromAddress(HttpServerRequest request) {
        return addresses.take(Visit.address(request));
    }

    /** The form's name is known. As above. */
    OptionalLong forName(String name) {
        return names.take(key(name));
    }

    /** A request of any kind; counts nothing. As above. */
    OptionalLong withPassword(HttpServerRequest request) {
        Optional<String> name = name(request);
        if (name.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong wait = addresses.ask(Visit.address(request));
        return wait.isPresent() ? wait : names.ask(key(name.get()));
    }

    /** A password that came with a request was wrong. */
    void failed(HttpServerRequest request) {
        name(request)
                .ifPresent(name -> {
                    var _ = addresses.take(Visit.address(request));
                    var _ = names.take(key(name));
                });
    }

    /** So that spelling brings no more attempts. */
    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The name of a header {@code Authorization: Basic}. */
    static Optional<String> name(HttpServerRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return Optional.of(new String(pair, StandardCharsets.UTF_8).split(":", 2)[0]);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
