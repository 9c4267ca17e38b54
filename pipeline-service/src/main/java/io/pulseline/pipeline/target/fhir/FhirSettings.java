package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.setting.Word;
import io.pulseline.pipeline.target.TargetChoice;
import io.pulseline.pipeline.target.fhir.observation.HeartRateForm;
import io.pulseline.pipeline.target.fhir.observation.StepsUnit;
import io.pulseline.pipeline.target.fhir.observation.Style;
import io.pulseline.pipeline.target.fhir.observation.Systems;
import io.pulseline.pipeline.target.http.HttpAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a user sets of a FHIR server, and how it is read again. */
final class FhirSettings {
    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SECRET = 8000;

    /** An id of FHIR, 1 to 64 characters. */
    private static final Pattern PATIENT = Pattern.compile("Patient/[A-Za-z0-9.-]{1,64}");

    /** RFC 6750 section 2.1; nothing else may stand in the header. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    static final Setting<String> BASE_URL =
            Setting.text("baseUrl", LONGEST_ADDRESS)
                    .title("Base address")
                    .describedAs("Where the server's FHIR R4 begins: https://host/fhir.");

    static final Setting<String> PATIENT_REFERENCE =
            Setting.text("patient", 72)
                    .describedAs("Whose the data are at that server: Patient/ and the id there.");

    static final Setting<Authentication> AUTHENTICATION =
            Setting.choice("authentication", Authentication.class)
                    .describedAs("How the server knows us.")
                    .byDefault(Authentication.NONE);

    static final Setting<Optional<String>> USER_NAME =
            Setting.text("userName", LONGEST_NAME).describedAs("For basic.").optional();

    static final Setting<Optional<String>> CLIENT_ID =
            Setting.text("clientId", LONGEST_NAME)
                    .describedAs("For client-credentials.")
                    .optional();

    static final Setting<Optional<String>> TOKEN_URL =
            Setting.text("tokenUrl", LONGEST_ADDRESS)
                    .title("Token address")
                    .describedAs("For client-credentials: the token endpoint.")
                    .optional();

    static final Setting<Optional<String>> SCOPE =
            Setting.text("scope", 1000)
                    .describedAs("For client-credentials, for example system/Observation.crus.")
                    .optional();

    static final Setting<Optional<String>> SECRET =
            Setting.text("secret", LONGEST_SECRET)
                    .describedAs("The password, the bearer token or the client secret.")
                    .secret()
                    .optional();

    static final Setting<List<String>> RECORDS =
            Setting.choices("records", kinds())
                    .describedAs("Which records go there.")
                    .byDefault(
                            kinds().stream()
                                    .filter(kind -> !kind.equals(RecordType.STEPS))
                                    .toList());

    static final Setting<WriteMode> WRITE =
            Setting.choice("write", WriteMode.class)
                    .describedAs("What the server can do. Do not change it once data are there.")
                    .byDefault(WriteMode.CONDITIONAL_UPDATE);

    static final Setting<HeartRateForm> HEART_RATE =
            Setting.choice("heartRate", HeartRateForm.class)
                    .describedAs(
                            "An hour of heart rate as one series of means by the minute, or as"
                                    + " single samples.")
                    .byDefault(HeartRateForm.SAMPLED_DATA);

    static final Setting<Integer> HEART_RATE_MINUTES =
            Setting.wholeNumber("heartRateMinutes", 1, 60)
                    .describedAs("For samples: of so many minutes one is sent.")
                    .byDefault(5);

    static final Setting<StepsUnit> STEPS_UNIT =
            Setting.choice("stepsUnit", StepsUnit.class)
                    .describedAs("UCUM code of the steps of a day.")
                    .byDefault(StepsUnit.PER_DAY);

    static final Setting<Boolean> UNCONFIRMED_CODES =
            Setting.flag("unconfirmedCodes")
                    .describedAs(
                            "LOINC codes of distance and VO2 max beside ours, which we saw in one"
                                    + " place only.")
                    .byDefault(false);

    static final Setting<Boolean> US_CORE_PROFILES =
            Setting.flag("usCoreProfiles")
                    .title("US Core profiles")
                    .describedAs("Vital signs name the profile of US Core that they keep.")
                    .byDefault(false);

    static final Settings ALL =
            Settings.of(
                    BASE_URL,
                    PATIENT_REFERENCE,
                    AUTHENTICATION,
                    USER_NAME,
                    CLIENT_ID,
                    TOKEN_URL,
                    SCOPE,
                    SECRET,
                    RECORDS,
                    WRITE,
                    HEART_RATE,
                    HEART_RATE_MINUTES,
                    STEPS_UNIT,
                    UNCONFIRMED_CODES,
                    US_CORE_PROFILES);

    private FhirSettings() {}

    /** The choice; what the settings alone cannot see is noted in the form. */
    static TargetChoice choice(Values values, Form form, boolean plainAllowed) {
        checkAddress(BASE_URL.name(), values.of(BASE_URL), form, plainAllowed);
        if (!PATIENT.matcher(values.of(PATIENT_REFERENCE)).matches()) {
            form.complain(
                    PATIENT_REFERENCE.name(),
                    "must be Patient/ and an id of 1 to 64 letters, digits, - or .");
        }
        switch (values.of(AUTHENTICATION)) {
            case NONE -> {}
            case BASIC -> checkBasic(values, form);
            case BEARER -> checkBearer(values, form);
            case CLIENT_CREDENTIALS -> checkClient(values, form, plainAllowed);
        }
        return new TargetChoice(values.shown(), values.of(SECRET));
    }

    /** The style in a configuration that was checked before. */
    static Style style(JsonNode configuration, Systems systems) {
        return new Style(
                configuration.path(PATIENT_REFERENCE.name()).asText(),
                systems,
                chosen(configuration, HEART_RATE, HeartRateForm.values()),
                configuration.path(HEART_RATE_MINUTES.name()).asInt(),
                chosen(configuration, STEPS_UNIT, StepsUnit.values()),
                configuration.path(UNCONFIRMED_CODES.name()).asBoolean(),
                configuration.path(US_CORE_PROFILES.name()).asBoolean());
    }

    static WriteMode write(JsonNode configuration) {
        return chosen(configuration, WRITE, WriteMode.values());
    }

    static Authentication authentication(JsonNode configuration) {
        return chosen(configuration, AUTHENTICATION, Authentication.values());
    }

    /** A text that was set; empty if it was not. */
    static String text(JsonNode configuration, Setting<?> setting) {
        return configuration.path(setting.name()).asText("");
    }

    /** The base without a slash at its end. */
    static String base(JsonNode configuration) {
        return text(configuration, BASE_URL).replaceAll("/+$", "");
    }

    static boolean takes(JsonNode configuration, String recordType) {
        for (JsonNode kind : configuration.path(RECORDS.name())) {
            if (kind.asText().equals(recordType)) {
                return true;
            }
        }
        return false;
    }

    private static <E extends Word> E chosen(
            JsonNode configuration, Setting<?> setting, E[] constants) {
        String word = text(configuration, setting);
        return Stream.of(constants)
                .filter(constant -> constant.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no such " + setting.name() + ": " + word));
    }

    private static List<String> kinds() {
        return Stream.concat(Stream.of(RecordType.ACTIVITY), RecordType.metrics().stream())
                .toList();
    }

    private static void checkAddress(String name, String text, Form form, boolean plainAllowed) {
        Optional<String> complaint =
                text.contains("?")
                        ? Optional.of("must not contain a ?query")
                        : HttpAddress.complaint(text, plainAllowed);
        complaint.ifPresent(reason -> form.complain(name, reason));
    }

    private static void checkBasic(Values values, Form form) {
        Optional<String> name = values.of(USER_NAME);
        if (name.isEmpty() || name.get().contains(":")) {
            form.complain(USER_NAME.name(), "is required for basic, without a colon");
        }
    }

    private static void checkBearer(Values values, Form form) {
        if (values.of(SECRET).filter(token -> !BEARER.matcher(token).matches()).isPresent()) {
            form.complain(SECRET.name(), "must be a bearer token, without the word Bearer");
        }
    }

    private static void checkClient(Values values, Form form, boolean plainAllowed) {
        if (values.of(CLIENT_ID).isEmpty()) {
            form.complain(CLIENT_ID.name(), "is required for client-credentials");
        }
        values.of(TOKEN_URL)
                .ifPresentOrElse(
                        url -> checkAddress(TOKEN_URL.name(), url, form, plainAllowed),
                        () ->
                                form.complain(
                                        TOKEN_URL.name(), "is required for client-credentials"));
    }
}
