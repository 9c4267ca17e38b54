package io.pulseline.pipeline.booster;

import java.util.List;
import java.util.Optional;

/** Every booster there is. */
public final class Boosters {
    private Boosters() {}

    /** In the order a reader of the catalogue wants to see them. */
    public static List<BoosterType> all() {
        return List.of(new TypeMapperType(), new HeartRateZonesType());
    }

    /** The booster of that id. */
    public static Optional<BoosterType> byId(String id) {
        return all().stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
