package io.pulseline.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Path templates with {@code {name}} parts and who answers them; the first that fits wins. */
public final class Routes {
    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, Pattern path, List<String> names, Handler handler) {}

    /** Adds a route; a part matches within one path segment. */
    public Routes add(String method, String template, Handler handler) {
        List<String> names = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        Matcher part = PART.matcher(template);
        int from = 0;
        while (part.find()) {
            regex.append(Pattern.quote(template.substring(from, part.start()))).append("([^/]+?)");
            names.add(part.group(1));
            from = part.end();
        }
        regex.append(Pattern.quote(template.substring(from)));
        routes.add(new Route(method, Pattern.compile(regex.toString()), names, handler));
        return this;
    }

    /** The answer of the route that fits; empty when none does. */
    public Optional<Answer> answer(Request request) {
        for (Route route : routes) {
            Matcher path = route.path().matcher(request.path());
            if (route.method().equals(request.method()) && path.matches()) {
                request.matched(values(route, path));
                return Optional.of(route.handler().answer(request));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> values(Route route, Matcher path) {
        Map<String, String> values = new HashMap<>();
        for (int part = 0; part < route.names().size(); part++) {
            values.put(route.names().get(part), URLDecoder.decode(path.group(part + 1), UTF_8));
        }
        return values;
    }
}
