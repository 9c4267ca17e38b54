package io.pulseline.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.benchmarks.life.ThreeHours;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.booster.Booster;
import io.pulseline.pipeline.booster.BoosterType;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import io.pulseline.pipeline.tier.Allowance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The way of one activity through a pipeline with all boosters there are. */
public final class WholeWay {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOSECONDS_PER_MILLISECOND = 1_000_000;

    private final Activity activity;
    private final List<BoosterChoice> choices;
    private final Memory memory = new KnownLife();

    private WholeWay(Activity activity, List<BoosterChoice> choices) {
        this.activity = activity;
        this.choices = choices;
    }

    /**
     * All is made ready, so that nothing but boosting is left.
     *
     * @throws UncheckedIOException if the settings of the boosters are not JSON
     */
    public static WholeWay of(Scenario scenario) {
        try (InputStream json = WholeWay.class.getResourceAsStream("settings.json")) {
            JsonNode settings = JSON.readTree(Objects.requireNonNull(json, "no settings.json"));
            return new WholeWay(
                    asKept(scenario.activity()),
                    Boosters.all().stream().map(type -> choice(type, settings)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("settings.json cannot be read", e);
        }
    }

    /** With the lists that reading from the database makes. */
    private static Activity asKept(Activity activity) throws IOException {
        return RecordJson.read(JSON.readTree(RecordJson.write(activity)), Activity.class);
    }

    /** A booster that is not in the file has its defaults. */
    private static BoosterChoice choice(BoosterType type, JsonNode settings) {
        JsonNode own = settings.path(type.id());
        return new BoosterChoice(
                type.id(), own.isObject() ? own : JsonNodeFactory.instance.objectNode());
    }

    /** Once from the first booster to the last; what each of them did. */
    public List<BoostStep> go() {
        return new BoostRun(choices, memory, ThreeHours.now(), Allowance.EVERYTHING)
                .through(activity)
                .steps();
    }

    /**
     * How long each booster takes, in milliseconds on average, in the order of the pipeline. It
     * goes that long to get warm, and once more that long with the stopwatch running.
     */
    public Map<String, Double> milliseconds(Duration time) {
        repeatedly(time, new LinkedHashMap<>());
        Map<String, Long> nanoseconds = new LinkedHashMap<>();
        int times = repeatedly(time, nanoseconds);
        Map<String, Double> average = new LinkedHashMap<>();
        nanoseconds.forEach(
                (id, sum) -> average.put(id, sum / NANOSECONDS_PER_MILLISECOND / times));
        return average;
    }

    private int repeatedly(Duration time, Map<String, Long> nanoseconds) {
        long started = System.nanoTime();
        int times = 0;
        while (times == 0 || System.nanoTime() - started < time.toNanos()) {
            var _ =
                    new BoostRun(
                                    choices,
                                    memory,
                                    ThreeHours.now(),
                                    Allowance.EVERYTHING,
                                    one -> timed(one, nanoseconds))
                            .through(activity);
            times++;
        }
        return times;
    }

    private static Booster timed(BoosterChoice choice, Map<String, Long> nanoseconds) {
        Booster booster =
                Boosters.byId(choice.id())
                        .flatMap(type -> type.read(Form.of(choice.configuration())))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "the settings of " + choice.id() + " are not valid"));
        return new Stopwatch(booster, taken -> nanoseconds.merge(choice.id(), taken, Long::sum));
    }
}
