package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import java.util.List;

/**
 * Several criteria that must hold together; none of them holds for every activity. A single No
 * decides, whatever is unknown beside it.
 *
 * @param all in the order in which their reasons are told
 */
public record Criteria(List<Criterion> all) {
    public Criteria {
        all = List.copyOf(all);
    }

    /** How the activity stands to all of them. */
    public Finding judge(Activity activity) {
        Finding finding = new Finding.Holds();
        for (Criterion criterion : all) {
            Verdict verdict = criterion.judge(activity);
            if (verdict instanceof Verdict.No) {
                return new Finding.Fails(criterion);
            }
            if (verdict instanceof Verdict.Unknown(String lacking)
                    && finding instanceof Finding.Holds) {
                finding = new Finding.Unjudged(criterion, lacking);
            }
        }
        return finding;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What became of the criteria, and which of them decided. */
    public sealed interface Finding {
        /** All hold. */
        record Holds() implements Finding {}

        /** This one does not hold. */
        record Fails(Criterion criterion) implements Finding {}

        /** None fails, but this one cannot be judged. */
        record Unjudged(Criterion criterion, String lacking) implements Finding {}

        default boolean holds() {
            return this instanceof Holds;
        }

        /** Why they do not all hold, after "only if"; empty if they do. */
        default String wanted() {
            return switch (this) {
                case Holds() -> "";
                case Fails(Criterion criterion) -> criterion.asked();
                case Unjudged(Criterion criterion, String lacking) ->
                        criterion.asked() + ", and there is " + lacking;
            };
        }
    }
}
