package io.pulseline.pipeline.target.archive;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.setting.Word;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Recipient;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.TargetSettings;
import io.pulseline.pipeline.target.http.HttpCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/** A file for each record, in a directory of the operator or in an S3-compatible store. */
@ApplicationScoped
class FileArchiveTarget implements Target {
    private static final Setting<StoreKind> STORE =
            Setting.choice("store", StoreKind.class)
                    .describedAs(
                            "Where the files are kept: in your own folder in the operator's"
                                    + " directory, or in a bucket of your own.")
                    .byDefault(StoreKind.DIRECTORY);

    private static final Setting<Optional<String>> FOLDER =
            Setting.text("folder", FolderPath.LONGEST)
                    .describedAs("A folder below, such as `sport/2026`; none is the topmost.")
                    .optional();

    private static final Setting<String> NAME =
            Setting.text("name", FileNames.LONGEST_TEMPLATE)
                    .title("File name")
                    .describedAs(
                            "Without its ending. Knows {date}, {time}, {year}, {month}, {type},"
                                    + " {title} and {recordId}, which it must hold.")
                    .byDefault(FileNames.USUAL);

    private static final Setting<ActivityFormat> FORMAT =
            Setting.choice("format", ActivityFormat.class)
                    .describedAs("Of activities.")
                    .byDefault(ActivityFormat.FIT);

    private static final Setting<MetricFormat> METRIC_FORMAT =
            Setting.choice("metricFormat", MetricFormat.class)
                    .describedAs("Of metrics.")
                    .byDefault(MetricFormat.CSV);

    private static final Settings SETTINGS =
            Settings.of(
                    STORE,
                    FOLDER,
                    NAME,
                    FORMAT,
                    METRIC_FORMAT,
                    S3Settings.ENDPOINT,
                    S3Settings.REGION,
                    S3Settings.BUCKET,
                    S3Settings.ACCESS_KEY,
                    S3Settings.SECRET_KEY,
                    S3Settings.PATH_STYLE);

    private static final String NO_DIRECTORY =
            "the operator offers no directory for archives (pulseline.archive.root): choose the"
                    + " store s3 and give a bucket of your own";

    private static final Content.Bytes NOTHING = new Content.Bytes(new byte[0]);

    private final HttpCaller http;
    private final Clock clock;
    private final ArchiveSettings archive;
    private final TargetSettings targets;

    FileArchiveTarget(
            HttpCaller http, Clock clock, ArchiveSettings archive, TargetSettings targets) {
        this.http = http;
        this.clock = clock;
        this.archive = archive;
        this.targets = targets;
    }

    @Override
    public String id() {
        return "file-archive";
    }

    @Override
    public String title() {
        return "File archive";
    }

    @Override
    public String description() {
        return "A file for each record: FIT, TCX, GPX or JSON of activities, CSV or JSON of"
                + " metrics, in a directory or an S3-compatible store.";
    }

    @Override
    public Settings settings() {
        return SETTINGS;
    }

    @Override
    public TargetChoice configured(Values values, Form form) {
        values.of(FOLDER)
                .flatMap(FolderPath::complaint)
                .ifPresent(reason -> form.complain(FOLDER.name(), reason));
        FileNames.complaint(values.of(NAME))
                .ifPresent(reason -> form.complain(NAME.name(), reason));
        if (values.of(STORE) == StoreKind.S3) {
            S3Settings.check(values, form, targets.allowPrivateAddresses());
        } else if (archive.root().isEmpty()) {
            form.complain(STORE.name(), NO_DIRECTORY);
        }
        return new TargetChoice(values.shown(), values.of(S3Settings.SECRET_KEY));
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.empty();
    }

    @Override
    public Optional<String> secretNeeded(JsonNode configuration) {
        return isS3(configuration) ? Optional.of("the secret key") : Optional.empty();
    }

    /** Formats and names may change: the files stay where they are. */
    @Override
    public String place(JsonNode configuration) {
        String folder = configuration.path(FOLDER.name()).asText("");
        return isS3(configuration)
                ? S3Place.of(configuration).address("").toString()
                : StoreKind.DIRECTORY.word() + " " + folder;
    }

    private static boolean isS3(JsonNode configuration) {
        return configuration.path(STORE.name()).asText().equals(StoreKind.S3.word());
    }

    @Override
    public Content content(EventType event, Result result, JsonNode configuration) {
        boolean isDeleted = event == EventType.DELETED;
        return switch (result) {
            case Result.OfActivity(BoostedActivity boosted) -> {
                ActivityFormat format = chosen(ActivityFormat.values(), FORMAT, configuration);
                Content file = isDeleted ? NOTHING : format.write(boosted);
                yield file instanceof Content.Bytes whole
                        ? named(result, configuration, format.word(), whole.bytes())
                        : file;
            }
            case Result.OfMetric metric -> {
                MetricFormat format = chosen(MetricFormat.values(), METRIC_FORMAT, configuration);
                byte[] file =
                        isDeleted
                                ? NOTHING.bytes()
                                : format.write(metric.record(), metric.boosts());
                yield named(result, configuration, format.word(), file);
            }
        };
    }

    private static <E extends Word> E chosen(E[] all, Setting<E> setting, JsonNode configuration) {
        String word = configuration.path(setting.name()).asText();
        return Arrays.stream(all)
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElse(all[0]);
    }

    private static Content named(
            Result result, JsonNode configuration, String ending, byte[] file) {
        String template = configuration.path(NAME.name()).asText(FileNames.USUAL);
        return new Content.Bytes(
                new ArchivedFile(FileNames.of(template, result, ending), file).packed());
    }

    @Override
    public DeliveryOutcome send(Parcel parcel) {
        return archiving(parcel.recipient()).send(parcel);
    }

    @Override
    public DeliveryOutcome test(Recipient recipient) {
        return archiving(recipient).test();
    }

    private Archiving archiving(Recipient recipient) {
        JsonNode configuration = recipient.configuration();
        ArchiveStore store = isS3(configuration) ? bucket(recipient) : directory(recipient);
        return new Archiving(store, clock, targets.answerTimeout());
    }

    private ArchiveStore directory(Recipient recipient) {
        FolderPath folder = FolderPath.of(recipient.configuration().path(FOLDER.name()).asText(""));
        return archive.root()
                .<ArchiveStore>map(root -> new DirectoryStore(root, recipient.user(), folder))
                .orElseGet(() -> new ArchiveStore.Closed(new DeliveryOutcome.Paused(NO_DIRECTORY)));
    }

    private ArchiveStore bucket(Recipient recipient) {
        String secretKey = recipient.secret();
        if (secretKey == null) {
            return new ArchiveStore.Closed(
                    new DeliveryOutcome.Paused("the archive has no secret key: save it"));
        }
        JsonNode configuration = recipient.configuration();
        S3Place place = S3Place.of(configuration);
        String accessKey = configuration.path(S3Settings.ACCESS_KEY.name()).asText();
        S3Signature signature = new S3Signature(place.region(), accessKey, secretKey, clock);
        return new S3Store(place, signature, http::call, clock);
    }
}
