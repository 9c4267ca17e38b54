package io.pulseline.normalizer.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the mappers made of one field, over all truths.
 *
 * @param path the field
 * @param note why it is not simply given by both alike; null where nobody says so
 */
record Finding(String path, Evidence evidence, @Nullable Note note) {
    private static final double ROUNDING = 1e-9;

    /**
     * How the two gave it.
     *
     * @param byFitbit whether Fitbit gave it at least once; so for Google
     * @param differs whether the two ever said something else of one truth
     * @param apart the largest difference of two numbers
     * @param isMadeByUs whether Google's record ever held a number that is not in its documents
     */
    record Evidence(
            boolean byFitbit, boolean byGoogle, boolean differs, double apart, boolean isMadeByUs) {
        static final Evidence NONE = new Evidence(false, false, false, 0, false);

        /** With one more truth, as each told it. */
        Evidence and(List<JsonNode> fitbit, List<JsonNode> google, Numbers ofGoogle) {
            boolean fitbitGives = isGiven(fitbit);
            boolean googleGives = isGiven(google);
            Evidence more =
                    new Evidence(
                            byFitbit || fitbitGives,
                            byGoogle || googleGives,
                            differs,
                            apart,
                            isMadeByUs
                                    || google.stream().anyMatch(value -> isNew(value, ofGoogle)));
            return fitbitGives && googleGives ? more.compared(fitbit, google) : more;
        }

        private Evidence compared(List<JsonNode> fitbit, List<JsonNode> google) {
            boolean differ = differs || fitbit.size() != google.size();
            double most = apart;
            for (int i = 0; i < Math.min(fitbit.size(), google.size()); i++) {
                JsonNode one = fitbit.get(i);
                JsonNode other = google.get(i);
                if (one.isNumber() && other.isNumber()) {
                    double between = Math.abs(one.doubleValue() - other.doubleValue());
                    most = Math.max(most, between);
                    differ |= between > ROUNDING;
                } else if (!one.isNull() && !other.isNull()) {
                    differ |= !one.equals(other);
                }
            }
            return new Evidence(byFitbit, byGoogle, differ, most, isMadeByUs);
        }

        private static boolean isGiven(List<JsonNode> values) {
            return values.stream().anyMatch(value -> !value.isNull());
        }

        private static boolean isNew(JsonNode value, Numbers told) {
            return value.isNumber() && !told.hold(value.doubleValue());
        }
    }

    /** What is wrong with it, or with what is said of it. */
    Optional<String> problem() {
        String problem =
                note == null
                        ? unexplained()
                        : isAsNoted(note)
                                ? ""
                                : "has a note " + note.form() + " that is not true: " + evidence;
        return problem.isEmpty() ? Optional.empty() : Optional.of(path + " " + problem);
    }

    private String unexplained() {
        if (!evidence.byFitbit() && !evidence.byGoogle()) {
            return "is given by nobody: let a truth hold it, or say who writes it";
        }
        if (!evidence.byGoogle()) {
            return "is given by Fitbit alone, and no note says why";
        }
        if (!evidence.byFitbit()) {
            return "is given by Google alone, and no note says why";
        }
        return evidence.differs()
                ? "differs by " + evidence.apart() + ", and no note says why"
                : "";
    }

    private boolean isAsNoted(Note said) {
        boolean byBoth = evidence.byFitbit() && evidence.byGoogle();
        boolean isNear = evidence.apart() <= said.tolerance() + ROUNDING;
        return switch (said.form()) {
            case FITBIT_ALONE -> evidence.byFitbit() && !evidence.byGoogle();
            case GOOGLE_ALONE -> evidence.byGoogle() && !evidence.byFitbit();
            case NOBODY -> !evidence.byFitbit() && !evidence.byGoogle();
            case OWN_WORDS -> byBoth && evidence.differs();
            case APART -> byBoth && evidence.differs() && isNear;
            case WORKED_OUT -> byBoth && isNear && evidence.isMadeByUs();
        };
    }
}
