package io.pulseline.pipeline.booster;

import java.util.List;
import java.util.Optional;

/** Every booster there is. */
public final class Boosters {
    private static final List<BoosterType> ALL =
            List.of(
                    new ActivityFilterType(), // one a line: easy to compare and to merge
                    new LogicGateType(),
                    new TypeMapperType(),
                    new ConditionType(),
                    new FitbitHeartRateType(),
                    new HeartRateSummaryType(),
                    new HeartRateZonesType(),
                    new PaceSummaryType(),
                    new SpeedSummaryType(),
                    new ElevationSummaryType(),
                    new IntervalsType(),
                    new TrainingLoadType(),
                    new RecoveryType(),
                    new EffortScoreType(),
                    new CaloriesType(),
                    new PersonalRecordsType(),
                    new StreakType(),
                    new GoalsType(),
                    new DistanceMilestonesType(),
                    new AutoIncrementType(),
                    new VirtualGpsType(),
                    new RouteThumbnailType(),
                    new SourceLinkType());

    private Boosters() {}

    /** In the order a reader of the catalogue wants to see them. */
    public static List<BoosterType> all() {
        return ALL;
    }

    /** The booster of that id. */
    public static Optional<BoosterType> byId(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
