package io.pulseline.pipeline.booster.metric;

import java.util.List;
import java.util.Optional;

/** Every booster for metrics there is. */
public final class MetricBoosters {
    private static final List<MetricBoosterType> ALL =
            List.of(new BaselineType(), new MissingDataType());

    private MetricBoosters() {}

    /** In the order a reader of the catalogue wants to see them. */
    public static List<MetricBoosterType> all() {
        return ALL;
    }

    /** The booster of that id. */
    public static Optional<MetricBoosterType> byId(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
