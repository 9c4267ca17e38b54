package io.pulseline.pipeline.target.archive;

import com.google.re2j.Pattern;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.target.http.HttpAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a user tells of an S3-compatible store. */
final class S3Settings {
    static final Setting<Optional<String>> ENDPOINT =
            Setting.text("endpoint", 500)
                    .describedAs(
                            "Of an S3-compatible store: `https://s3.eu-central-1.amazonaws.com`,"
                                    + " without the bucket.")
                    .optional();

    static final Setting<String> REGION =
            Setting.text("region", 40)
                    .describedAs("Of the store; many that are not AWS take any.")
                    .byDefault("us-east-1");

    static final Setting<Optional<String>> BUCKET =
            Setting.text("bucket", 63).describedAs("It must be there already.").optional();

    static final Setting<Optional<String>> ACCESS_KEY =
            Setting.text("accessKey", 128)
                    .describedAs("The id of the key; it needs to write and delete objects only.")
                    .optional();

    static final Setting<Optional<String>> SECRET_KEY =
            Setting.text("secretKey", 200).describedAs("Of the access key.").secret().optional();

    static final Setting<Boolean> PATH_STYLE =
            Setting.flag("pathStyle")
                    .describedAs("Whether the bucket stands in the path, not before the host.")
                    .byDefault(true);

    private static final Pattern REGION_NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._+=@:-]+");

    private S3Settings() {}

    /** Notes in the form what is missing or wrong for a store. */
    static void check(Values values, Form form, boolean plainAllowed) {
        for (Setting<Optional<String>> needed : List.of(ENDPOINT, BUCKET, ACCESS_KEY)) {
            if (values.of(needed).isEmpty()) {
                form.complain(needed.name(), "is required for the store s3");
            }
        }
        values.of(ENDPOINT)
                .flatMap(endpoint -> endpointComplaint(endpoint, plainAllowed))
                .ifPresent(reason -> form.complain(ENDPOINT.name(), reason));
        if (!REGION_NAME.matches(values.of(REGION))) {
            form.complain(REGION.name(), "must be of letters, digits and -");
        }
        if (values.of(BUCKET).filter(name -> !isBucket(name)).isPresent()) {
            form.complain(
                    BUCKET.name(),
                    "must be 3 to 63 small letters, digits, - and single dots, as S3 names buckets");
        }
        if (values.of(ACCESS_KEY).filter(key -> !KEY_ID.matches(key)).isPresent()) {
            form.complain(ACCESS_KEY.name(), "must be of letters, digits and . _ + = @ : -");
        }
    }

    private static boolean isBucket(String name) {
        return BUCKET_NAME.matches(name) && !name.contains("..");
    }

    private static Optional<String> endpointComplaint(String endpoint, boolean plainAllowed) {
        Optional<String> complaint = HttpAddress.complaint(endpoint, plainAllowed);
        if (complaint.isPresent()) {
            return complaint;
        }
        return URI.create(endpoint).getRawQuery() == null
                ? Optional.empty()
                : Optional.of("must not have a query");
    }
}
