package io.pulseline.simulator.notify;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application's registered endpoint.
 *
 * @param url null while none is registered: then nothing is sent
 * @param verificationCode what the endpoint must recognise
 * @param retryDelays real time between attempts after no answer or a 5xx; then the note is lost
 */
public record Subscriber(
        String id,
        @Nullable URI url,
        String verificationCode,
        String clientSecret,
        List<Duration> retryDelays) {
    public Subscriber {
        retryDelays = List.copyOf(retryDelays);
    }

    public Subscriber at(URI newUrl) {
        return new Subscriber(id, newUrl, verificationCode, clientSecret, retryDelays);
    }

    @Override
    public String toString() {
        return "Subscriber[" + id + " at " + url + "]";
    }
}
