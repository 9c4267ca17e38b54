package io.pulseline.pipeline.target.strava;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.contracts.pipeline.BoostedActivity;
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
import io.pulseline.pipeline.target.file.ActivityFit;
import io.pulseline.pipeline.target.http.HttpAnswer;
import io.pulseline.pipeline.target.http.HttpOutcomes;
import io.pulseline.pipeline.target.strava.StravaApi.Asking;
import io.pulseline.pipeline.target.strava.StravaApi.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Activities at Strava, of the user who has connected it. */
@ApplicationScoped
class StravaTarget implements Target {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 2000;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int NOT_FOUND = 404;
    private static final String AUTO = "auto";
    private static final String YES = "yes";

    private static final Setting<String> NAME =
            Setting.text("name", LONGEST_NAME)
                    .describedAs(
                            "What the activity is called there; knows {title}, {description},"
                                    + " {type}, {date}, {kilometres}, {minutes}. Where that comes to"
                                    + " nothing, Strava gives a name.")
                    .byDefault("{title}");

    private static final Setting<String> DESCRIPTION =
            Setting.text("description", LONGEST_DESCRIPTION)
                    .describedAs(
                            "What stands below; knows the same. Where that comes to nothing, what"
                                    + " stands there stays.")
                    .byDefault("{description}");

    private static final Setting<String> TRAINER =
            Setting.choice("trainer", List.of(AUTO, YES, "no"))
                    .describedAs("Whether it is marked as done indoors; `auto`: by its type.")
                    .byDefault(AUTO);

    private static final Setting<Boolean> HIDE_FROM_HOME =
            Setting.flag("hideFromHome")
                    .title("Hide from home")
                    .describedAs("Keeps it out of the feeds of others.")
                    .byDefault(false);

    private static final Settings SETTINGS =
            Settings.of(NAME, DESCRIPTION, TRAINER, HIDE_FROM_HOME);

    private final StravaApi strava;
    private final StravaSettings settings;
    private final Clock clock;

    StravaTarget(StravaApi strava, StravaSettings settings, Clock clock) {
        this.strava = strava;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "strava";
    }

    @Override
    public String title() {
        return "Strava";
    }

    @Override
    public String description() {
        return "Activities as FIT files at Strava; connect it first at /targets/strava/connect.";
    }

    @Override
    public Settings settings() {
        return SETTINGS;
    }

    @Override
    public boolean takesMetrics() {
        return false;
    }

    @Override
    public TargetChoice configured(Values values, Form form) {
        if (!settings.isSetUp()) {
            form.complain(
                    NAME.name(),
                    "cannot be taken: Strava is not set up here, an operator must set"
                            + " pulseline.strava.client-id and pulseline.strava.client-secret");
        }
        for (Setting<String> template : List.of(NAME, DESCRIPTION)) {
            Template.complaint(values.of(template), StravaTexts.VARIABLES)
                    .ifPresent(reason -> form.complain(template.name(), reason));
        }
        return new TargetChoice(values.shown(), Optional.empty());
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.empty();
    }

    /** A user has one Strava, whatever else is chosen. */
    @Override
    public String place(JsonNode configuration) {
        return id();
    }

    @Override
    public Content content(EventType event, Result result, JsonNode configuration) {
        if (!(result instanceof Result.OfActivity(BoostedActivity boosted))) {
            return new Content.None("Strava takes activities only");
        }
        Activity activity = boosted.getActivity();
        if (event == EventType.DELETED || activity.getDeleted()) {
            return new Content.None(
                    "Strava has no way to delete an activity: delete it there yourself");
        }
        Optional<String> obstacle = ActivityFit.obstacle(activity);
        return obstacle.isPresent()
                ? new Content.None("there is no file for Strava: " + obstacle.get())
                : new Content.Bytes(content(activity, boosted.getBoosts(), configuration).bytes());
    }

    private static StravaContent content(
            Activity activity, List<Boost> boosts, JsonNode configuration) {
        StravaSport sport = StravaSport.of(activity.getActivityType());
        return new StravaContent(
                StravaTexts.filled(configuration.path(NAME.name()).asText(), activity),
                StravaTexts.filled(configuration.path(DESCRIPTION.name()).asText(), activity),
                sport.sportType(),
                sport.inFile(),
                trainer(configuration.path(TRAINER.name()).asText(AUTO), sport),
                configuration.path(HIDE_FROM_HOME.name()).asBoolean(),
                activity.getRecordId(),
                ActivityFit.write(activity, boosts));
    }

    private static @Nullable Boolean trainer(String choice, StravaSport sport) {
        if (choice.equals(AUTO)) {
            return sport.indoors() ? true : null;
        }
        return choice.equals(YES);
    }

    @Override
    public DeliveryOutcome send(Parcel parcel) {
        StravaContent content = StravaContent.read(parcel.content());
        return switch (StravaProgress.read(parcel.progress())) {
            case StravaProgress.Begun() -> begun(parcel, content);
            case StravaProgress.Uploaded uploaded -> polled(parcel, content, uploaded);
            case StravaProgress.Made(String activity, boolean all) ->
                    changed(parcel, activity, all ? content.all() : content.rest());
        };
    }

    /** The file of an activity cannot be replaced there; its texts and its sport can. */
    private DeliveryOutcome begun(Parcel parcel, StravaContent content) {
        String known = parcel.remoteId();
        if (parcel.event() == EventType.UPDATED && known != null) {
            return changed(parcel, known, content.all());
        }
        return switch (strava.upload(asking(parcel), content)) {
            case Reply.Stopped(DeliveryOutcome outcome) -> outcome;
            case Reply.Answered(HttpAnswer.Received answer) -> uploaded(parcel, content, answer);
        };
    }

    private DeliveryOutcome uploaded(
            Parcel parcel, StravaContent content, HttpAnswer.Received answer) {
        UploadAnswer said = UploadAnswer.of(answer);
        boolean repeated = parcel.attempt() > 1;
        if (said instanceof UploadAnswer.Duplicate(var activity)) {
            return duplicate(parcel, content, activity, repeated);
        }
        if (!answer.isSuccess()) {
            return HttpOutcomes.of(answer, StravaApi.WHOSE, clock.instant());
        }
        return switch (said) {
            case UploadAnswer.Pending(String upload) ->
                    wait(new StravaProgress.Uploaded(upload, clock.instant(), 0, repeated));
            case UploadAnswer.Ready(String activity) -> made(content, activity);
            case UploadAnswer.Duplicate(var activity) ->
                    duplicate(parcel, content, activity, repeated);
            case UploadAnswer.Rejected(String why) -> rejected(why);
            case UploadAnswer.Unreadable() ->
                    DeliveryOutcome.Later.because("Strava did not say what became of the upload");
        };
    }

    private DeliveryOutcome polled(
            Parcel parcel, StravaContent content, StravaProgress.Uploaded uploaded) {
        return switch (strava.poll(asking(parcel), uploaded.upload())) {
            case Reply.Stopped(DeliveryOutcome outcome) -> outcome;
            case Reply.Answered(HttpAnswer.Received answer) ->
                    followed(parcel, content, uploaded, answer);
        };
    }

    private DeliveryOutcome followed(
            Parcel parcel,
            StravaContent content,
            StravaProgress.Uploaded uploaded,
            HttpAnswer.Received answer) {
        if (!answer.isSuccess()) {
            return HttpOutcomes.of(answer, StravaApi.WHOSE, clock.instant());
        }
        return switch (UploadAnswer.of(answer)) {
            case UploadAnswer.Ready(String activity) -> made(content, activity);
            case UploadAnswer.Duplicate(var activity) ->
                    duplicate(parcel, content, activity, uploaded.repeated());
            case UploadAnswer.Rejected(String why) -> rejected(why);
            case UploadAnswer.Pending _ -> wait(uploaded.polled());
            case UploadAnswer.Unreadable _ -> wait(uploaded.polled());
        };
    }

    private DeliveryOutcome wait(StravaProgress.Uploaded uploaded) {
        Instant now = clock.instant();
        Duration age = Duration.between(uploaded.since(), now);
        if (age.compareTo(settings.processingPatience()) > 0) {
            return new DeliveryOutcome.Refused(
                    "Strava has not come to an end with upload "
                            + uploaded.upload()
                            + " in "
                            + settings.processingPatience().toHours()
                            + " h: look whether the activity is there, or send it again");
        }
        return new DeliveryOutcome.Postponed(
                "Strava is still processing upload " + uploaded.upload(),
                uploaded.pause(now),
                uploaded.text());
    }

    private static DeliveryOutcome made(StravaContent content, String activity) {
        return content.leavesSomethingToSay()
                ? toBeChanged(activity, false)
                : new DeliveryOutcome.Accepted(activity);
    }

    /**
     * It may be the user's own, uploaded by a watch: then its texts are left alone. Ours it is
     * where Strava has had it from us before.
     */
    private static DeliveryOutcome duplicate(
            Parcel parcel, StravaContent content, @Nullable String activity, boolean repeated) {
        if (activity == null) {
            return new DeliveryOutcome.Accepted();
        }
        if (parcel.event() == EventType.UPDATED) {
            return toBeChanged(activity, true);
        }
        return repeated ? made(content, activity) : new DeliveryOutcome.Accepted(activity);
    }

    /** An attempt of its own: no attempt takes longer than one call. */
    private static DeliveryOutcome toBeChanged(String activity, boolean all) {
        return new DeliveryOutcome.Postponed(
                "at Strava as activity " + activity + "; what the file cannot say follows",
                SOON,
                new StravaProgress.Made(activity, all).text());
    }

    private DeliveryOutcome changed(Parcel parcel, String activity, byte[] change) {
        return switch (strava.change(asking(parcel), activity, change)) {
            case Reply.Stopped(DeliveryOutcome outcome) -> outcome;
            case Reply.Answered(HttpAnswer.Received answer) -> {
                if (answer.isSuccess()) {
                    // Not its words: they hold the title.
                    yield new DeliveryOutcome.Accepted(activity);
                }
                yield answer.status() == NOT_FOUND
                        ? new DeliveryOutcome.Refused(
                                "Strava does not know activity "
                                        + activity
                                        + " of yours: it was deleted there, or you are connected as"
                                        + " somebody else",
                                HttpOutcomes.heard(answer))
                        : HttpOutcomes.of(answer, StravaApi.WHOSE, clock.instant());
            }
        };
    }

    private static DeliveryOutcome rejected(String why) {
        return new DeliveryOutcome.Refused("Strava does not take the file: " + why);
    }

    private static Asking asking(Parcel parcel) {
        return new Asking(parcel.recipient().user(), parcel.progress());
    }

    @Override
    public DeliveryOutcome test(Recipient recipient) {
        return switch (strava.athlete(recipient.user())) {
            case Reply.Stopped(DeliveryOutcome outcome) -> outcome;
            case Reply.Answered(HttpAnswer.Received answer) ->
                    answer.isSuccess()
                            ? new DeliveryOutcome.Accepted()
                            : HttpOutcomes.of(answer, StravaApi.WHOSE, clock.instant());
        };
    }
}
