package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets;
import io.pulseline.ingest.stage.People;
import io.pulseline.simulator.truth.SimulatedUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Connects users whose logins nobody knows, so that each test has its own. */
@ApplicationScoped
class Movers {
    private final ConnectFlow flow;
    private final Providers providers;

    Movers(ConnectFlow flow, Providers providers) {
        this.flow = flow;
        this.providers = providers;
    }

    /** On the way back from Fitbit, with a consent. */
    record FromFitbit(String browser, Map<String, String> query) {}

    FromFitbit allowsFitbit(UUID user, SimulatedUser wearer) {
        String browser = Pkce.unguessable();
        URI page = flow.start(fitbit(), Visitor.loggedIn(user), browser);
        return new FromFitbit(browser, query(People.allows(page, wearer, People.ALL_SCOPES)));
    }

    ConnectOutcome arrives(FromFitbit back) {
        return flow.finish(
                fitbit(),
                value(back.query(), "state"),
                back.browser(),
                value(back.query(), "code"),
                null);
    }

    private ConsentProvider fitbit() {
        return providers.named(OpenSets.Provider.FITBIT);
    }

    Connection connectsFitbit(UUID user, SimulatedUser wearer) {
        return connected(arrives(allowsFitbit(user, wearer)));
    }

    ConnectOutcome goesToGoogle(UUID user, PlayedGoogle google) {
        String browser = Pkce.unguessable();
        URI page = flow.start(google, Visitor.loggedIn(user), browser);
        return flow.finish(google, value(query(page), "state"), browser, "code", null);
    }

    Connection connectsGoogle(UUID user, PlayedGoogle google) {
        return connected(goesToGoogle(user, google));
    }

    static Connection connected(ConnectOutcome outcome) {
        assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);
        return ((ConnectOutcome.Connected) outcome).connection();
    }

    private static String value(Map<String, String> query, String name) {
        String value = query.get(name);
        if (value == null) {
            throw new AssertionError("no " + name + " on the way back");
        }
        return value;
    }

    /** Parameters of an address. */
    static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
