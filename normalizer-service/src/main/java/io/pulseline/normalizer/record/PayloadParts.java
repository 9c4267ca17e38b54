package io.pulseline.normalizer.record;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of a payload. A part that was answered with an error, or with nothing, says nothing and
 * counts as missing.
 */
public final class PayloadParts {
    private final List<PayloadPart> parts;

    public PayloadParts(PayloadCaptured payload) {
        this.parts = payload.getParts();
    }

    /** Whether the provider no longer has the thing. */
    public boolean tellVanished() {
        return parts.stream().anyMatch(part -> part.getKind().equals(PartKind.VANISHED));
    }

    /** Those of a kind that say something, in the order of the payload. */
    public Stream<PayloadPart> answered(String kind) {
        return parts.stream()
                .filter(part -> part.getKind().equals(kind))
                .filter(part -> part.getStatus() >= 200 && part.getStatus() < 300)
                .filter(part -> part.getUncompressedBytes() > 0);
    }

    /** The last one of a kind that says something. */
    public Optional<PayloadPart> latest(String kind) {
        return answered(kind).reduce((_, later) -> later);
    }

    /** Whether there is none at all. */
    public boolean areNone() {
        return parts.isEmpty();
    }
}
