package io.pulseline.pipeline.booster.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.Workouts;
import io.pulseline.pipeline.booster.criterion.Criteria.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTest {
    private static final Criterion HOLDS = fixed(new Verdict.Yes());
    private static final Criterion FAILS = fixed(new Verdict.No());
    private static final Criterion UNKNOWN = fixed(new Verdict.Unknown("no GPS"));

    @Test
    void allMustHold() {
        assertThat(finding().holds()).isTrue();
        assertThat(finding(HOLDS, HOLDS).holds()).isTrue();
        assertThat(finding(HOLDS, FAILS)).isEqualTo(new Finding.Fails(FAILS));
    }

    @Test
    void whatCannotBeJudgedDoesNotHold() {
        assertThat(finding(HOLDS, UNKNOWN)).isEqualTo(new Finding.Unjudged(UNKNOWN, "no GPS"));
        assertThat(finding(HOLDS, UNKNOWN).wanted()).isEqualTo("it is so, and there is no GPS");
    }

    @Test
    void oneThatFailsDecidesWhateverIsUnknown() {
        assertThat(finding(UNKNOWN, FAILS)).isEqualTo(new Finding.Fails(FAILS));
    }

    private static Finding finding(Criterion... criteria) {
        return new Criteria(List.of(criteria)).judge(Workouts.bare());
    }

    private static Criterion fixed(Verdict verdict) {
        return new Criterion() {
            @Override
            public Verdict judge(Activity activity) {
                return verdict;
            }

            @Override
            public String asked() {
                return "it is so";
            }
        };
    }
}
