package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.criterion.Criteria;
import io.pulseline.pipeline.booster.criterion.Criteria.Finding;
import io.pulseline.pipeline.booster.criterion.Criterion;
import io.pulseline.pipeline.setting.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets an activity go on, or halts it, by rules that count together. A rule that cannot be judged
 * does not match, negated or not.
 *
 * @param rules at least one
 */
record LogicGate(Mode mode, List<Rule> rules, Way onMatch, Way onNoMatch) implements Booster {
    LogicGate {
        rules = List.copyOf(rules);
    }

    /** How many rules must match. */
    enum Mode implements Word {
        ALL("all"),
        ANY("any"),
        NONE("none");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Where an activity goes from here. */
    enum Way implements Word {
        CONTINUE("continue"),
        HALT("halt");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * One rule.
     *
     * @param criteria what it asks, at least one
     * @param negate whether it matches what is not as asked
     */
    record Rule(Criteria criteria, boolean negate) {
        private boolean matches(Finding finding) {
            return switch (finding) {
                case Finding.Holds() -> !negate;
                case Finding.Fails _ -> negate;
                case Finding.Unjudged _ -> false;
            };
        }

        private String asked() {
            return criteria.all().stream()
                    .map(Criterion::asked)
                    .collect(Collectors.joining(" and ", negate ? "if not: " : "if ", ""));
        }
    }

    @Override
    public BoostOutcome boost(Activity activity) {
        List<String> matching = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> unjudged = new ArrayList<>();
        for (int position = 0; position < rules.size(); position++) {
            Rule rule = rules.get(position);
            Finding finding = rule.criteria().judge(activity);
            String name = "rule " + (position + 1);
            if (rule.matches(finding)) {
                matching.add(name + " matches " + rule.asked());
            } else if (finding instanceof Finding.Unjudged(_, String lacking)) {
                unjudged.add(name + " cannot be judged: " + lacking);
            } else {
                others.add(name + " matches only " + rule.asked());
            }
        }
        boolean matched =
                switch (mode) {
                    case ALL -> matching.size() == rules.size();
                    case ANY -> !matching.isEmpty();
                    case NONE -> matching.isEmpty();
                };
        List<String> reasons = matched == (mode == Mode.NONE) ? others : matching;
        reasons.addAll(unjudged);
        return outcome(matched, String.join("; ", reasons));
    }

    private BoostOutcome outcome(boolean matched, String why) {
        return switch (matched ? onMatch : onNoMatch) {
            case CONTINUE -> new BoostOutcome.Skipped("it goes on: " + why);
            case HALT -> new BoostOutcome.Halted(why);
        };
    }
}
