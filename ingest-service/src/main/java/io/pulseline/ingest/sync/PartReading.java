package io.pulseline.ingest.sync;

import java.util.List;

/**
 * The provider's answer to the question for one promised part.
 *
 * @param parts usually one; several where the provider limits what one question may cover
 * @param whole whether it holds all that was promised
 * @param remark why it is not whole, for logs; empty otherwise
 */
public record PartReading(List<ReadPart> parts, boolean whole, String remark) {
    public PartReading {
        parts = List.copyOf(parts);
    }
}
