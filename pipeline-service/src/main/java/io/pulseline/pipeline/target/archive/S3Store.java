package io.pulseline.pipeline.target.archive;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCall;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A folder in a bucket. */
final class S3Store implements ArchiveStore {
    private final S3Place place;
    private final S3Signature signature;
    private final Function<HttpCall, HttpAnswer> http;
    private final Clock clock;

    S3Store(
            S3Place place,
            S3Signature signature,
            Function<HttpCall, HttpAnswer> http,
            Clock clock) {
        this.place = place;
        this.signature = signature;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public DeliveryOutcome put(String name, byte[] bytes) {
        HttpCall call = HttpCall.put(place.address(name), FileTypes.of(name), bytes);
        return S3Answers.put(http.apply(signature.signed(call)), clock.instant());
    }

    @Override
    public DeliveryOutcome remove(String name, @Nullable String kept) {
        HttpCall call = HttpCall.delete(place.address(name));
        return S3Answers.removed(http.apply(signature.signed(call)), clock.instant());
    }
}
