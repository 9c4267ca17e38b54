package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.Template;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Activities and wellness days at intervals.icu, by the user's own API key. */
@ApplicationScoped
class IntervalsTarget implements Target {
    private static final String OWNER = "0";
    private static final String KEY_USER = "API_KEY";
    private static final Pattern ATHLETE_ID = Pattern.compile("0|i?[0-9]{1,12}");
    private static final Pattern KEY = Pattern.compile("[!-~]+");
    private static final int LONGEST_ID = 13;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_TEMPLATE = 200;

    private static final Setting<Optional<String>> API_KEY =
            Setting.text("apiKey", LONGEST_KEY)
                    .title("API key")
                    .describedAs(
                            "From the developer settings of intervals.icu; the key alone, without"
                                    + " `API_KEY`.")
                    .secret()
                    .optional();

    private static final Setting<String> ATHLETE =
            Setting.text("athleteId", LONGEST_ID)
                    .title("Athlete id")
                    .describedAs("Like `i40857`; `0` is the owner of the key.")
                    .byDefault(OWNER);

    private static final Setting<String> NAME =
            Setting.text("name", LONGEST_TEMPLATE)
                    .describedAs(
                            "Name of an activity; `{title}`, `{type}` and `{date}` are filled in.")
                    .byDefault("{title}");

    private static final Setting<List<WellnessField>> WELLNESS =
            Setting.choices("wellness", WellnessField.class)
                    .describedAs("Fields of a wellness day that are filled.")
                    .byDefault(WellnessField.usual());

    private static final Setting<Boolean> DELETES =
            Setting.flag("deletes")
                    .describedAs(
                            "What is deleted at its source is deleted there: an activity, or the"
                                    + " fields of a day.")
                    .byDefault(true);

    private static final Settings SETTINGS = Settings.of(API_KEY, ATHLETE, NAME, WELLNESS, DELETES);

    private static final Duration UNTIL_MORE = Duration.ofSeconds(1);

    private final IntervalsApi api;
    private final ActivityDelivery activities;
    private final DayDelivery days;
    private final RequestShare share;
    private final Clock clock;

    IntervalsTarget(HttpCaller http, IntervalsSettings settings, Clock clock) {
        this.api = new IntervalsApi(http, settings.apiUrl());
        this.activities = new ActivityDelivery(api, clock, System::nanoTime);
        this.days = new DayDelivery(api, clock);
        this.share = new RequestShare(settings.requestsPerSecond(), System::nanoTime);
        this.clock = clock;
    }

    @Override
    public String id() {
        return "intervals-icu";
    }

    @Override
    public String title() {
        return "Intervals.icu";
    }

    @Override
    public String description() {
        return "Activities as FIT files, and resting heart rate, HRV, sleep, SpO2, breathing, steps"
                + " and weight of each day.";
    }

    @Override
    public Settings settings() {
        return SETTINGS;
    }

    @Override
    public TargetChoice configured(Values values, Form form) {
        if (!ATHLETE_ID.matches(values.of(ATHLETE))) {
            form.complain(ATHLETE.name(), "must be 0 (the owner of the key), or an id like i40857");
        }
        Template.complaint(values.of(NAME), ActivityPost.VARIABLES)
                .ifPresent(reason -> form.complain(NAME.name(), reason));
        Optional<String> key = values.of(API_KEY).map(String::strip);
        if (key.isPresent() && (!KEY.matches(key.get()) || key.get().startsWith(KEY_USER))) {
            form.complain(
                    API_KEY.name(), "must be the key alone: no blanks, and no API_KEY before it");
        }
        return new TargetChoice(values.shown(), key);
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.empty();
    }

    @Override
    public Optional<String> secretNeeded(JsonNode configuration) {
        return Optional.of("the API key");
    }

    @Override
    public String place(JsonNode configuration) {
        return configuration.path(ATHLETE.name()).asText(OWNER);
    }

    @Override
    public Content content(EventType event, Result result, JsonNode configuration) {
        Values values = SETTINGS.read(Form.of(configuration).quiet());
        boolean deletes = values.of(DELETES);
        return switch (result) {
            case Result.OfActivity activity ->
                    ActivityPost.content(event, activity, values.of(NAME), deletes);
            case Result.OfMetric metric ->
                    WellnessDay.content(event, metric, values.of(WELLNESS), deletes);
        };
    }

    @Override
    public DeliveryOutcome send(Parcel parcel) {
        Optional<IntervalsApi.Door> door = door(parcel.recipient());
        if (door.isEmpty()) {
            return keyMissing();
        }
        Letter letter = Letter.read(parcel.content());
        if (!share.take(letter.isOfDay() ? 1 : RequestShare.MOST_AT_ONCE)) {
            return new DeliveryOutcome.Postponed(
                    "our share of the requests to intervals.icu is spent for this second",
                    UNTIL_MORE,
                    parcel.progress());
        }
        return letter.isOfDay()
                ? days.send(parcel, letter, door.get())
                : activities.send(parcel, letter, door.get());
    }

    @Override
    public DeliveryOutcome test(Recipient recipient) {
        Optional<IntervalsApi.Door> door = door(recipient);
        if (door.isEmpty()) {
            return keyMissing();
        }
        HttpAnswer answer = Answers.meant(api.athlete(door.get()));
        return Answers.isSuccess(answer)
                ? new DeliveryOutcome.Accepted()
                : Answers.failed(answer, clock.instant());
    }

    private Optional<IntervalsApi.Door> door(Recipient recipient) {
        return Optional.ofNullable(recipient.secret())
                .map(key -> new IntervalsApi.Door(place(recipient.configuration()), key));
    }

    private static DeliveryOutcome keyMissing() {
        return new DeliveryOutcome.Paused("the API key is missing: save it");
    }
}
