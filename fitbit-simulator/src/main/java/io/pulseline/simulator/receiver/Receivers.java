package io.pulseline.simulator.receiver;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The remote targets by name, reached at {@code POST /receiver/{name}}. */
public final class Receivers implements Handler {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final InstantSource clock;
    private final Map<String, Receiver> receivers = new ConcurrentHashMap<>();
    private final Routes routes = new Routes().add("POST", "/receiver/{name}", this::receive);

    public Receivers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Sets a receiver up, or anew: what the former one of that name remembered is forgotten.
     *
     * @param secret {@code whsec_} and base64
     * @throws IllegalArgumentException if name or secret has not that form
     */
    public void add(String name, String secret) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a receiver's name is 1 to 64 letters, digits, _ or -; not \"" + name + "\"");
        }
        receivers.put(name, new Receiver(name, StandardWebhookSignature.with(secret), clock));
    }

    /** The names of all receivers. */
    public List<String> names() {
        return receivers.values().stream().map(Receiver::name).sorted().toList();
    }

    /** Every call so far, oldest first; throws if there is no such receiver. */
    public List<ReceivedMessage> messages(String name) {
        return receiver(name).messages();
    }

    /** The next verified calls are answered so, then 204 again. */
    public void willAnswer(String name, List<ProgrammedAnswer> answers) {
        receiver(name).willAnswer(answers);
    }

    public void clear() {
        receivers.clear();
    }

    @Override
    public Answer answer(Request request) {
        return routes.answer(request).orElseGet(() -> Answer.empty(404));
    }

    private Answer receive(Request request) {
        Receiver receiver = receivers.get(request.pathValue("name"));
        return receiver == null ? Answer.empty(404) : receiver.receive(request);
    }

    private Receiver receiver(String name) {
        Receiver receiver = receivers.get(name);
        if (receiver == null) {
            throw new IllegalArgumentException(
                    "receiver \"" + name + "\" is not known; POST it to /simulator/receivers");
        }
        return receiver;
    }
}
