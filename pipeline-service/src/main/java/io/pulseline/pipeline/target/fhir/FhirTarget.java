package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.pipeline.form.Form;
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
import io.pulseline.pipeline.target.TargetSettings;
import io.pulseline.pipeline.target.fhir.Document.Written;
import io.pulseline.pipeline.target.fhir.observation.HeartRateForm;
import io.pulseline.pipeline.target.fhir.observation.RecordObservations;
import io.pulseline.pipeline.target.fhir.observation.StepsUnit;
import io.pulseline.pipeline.target.fhir.observation.Style;
import io.pulseline.pipeline.target.fhir.observation.Systems;
import io.pulseline.pipeline.target.http.HttpCaller;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Observation;

/** Observations at a FHIR R4 server, for care teams. */
@ApplicationScoped
class FhirTarget implements Target {
    private final HttpCaller http;
    private final Clock clock;
    private final boolean plainAllowed;
    private final Duration limit;
    private final Systems systems;
    private final Logins logins;

    FhirTarget(HttpCaller http, Clock clock, TargetSettings settings, FhirNames names) {
        this.http = http;
        this.clock = clock;
        this.plainAllowed = settings.allowPrivateAddresses();
        this.limit = settings.answerTimeout();
        this.systems = new Systems(names.identifierSystem(), names.codeSystem());
        this.logins = new Logins(new AccessTokens(clock, System::nanoTime));
    }

    /** Contents are made where nothing may block, so HAPI reads its classes before. */
    void prepare(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("prepare fhir").start(this::writeForNobody);
    }

    private void writeForNobody() {
        RespiratoryRate night = new RespiratoryRate();
        night.setRecordId(new UUID(0, 0).toString());
        night.setRevision(0);
        night.setLocalDate(LocalDate.EPOCH.toString());
        night.setBreathsPerMinute(15.0);
        night.setProvenance(
                new Provenance(
                        OpenSets.Provider.FITBIT, null, null, 1, 0L, null, null, "none", null));
        Style style =
                new Style(
                        "Patient/none",
                        systems,
                        HeartRateForm.SAMPLED_DATA,
                        1,
                        StepsUnit.PER_DAY,
                        false,
                        false);
        var _ = Document.write(new RecordObservations(style).of(night));
    }

    @Override
    public String id() {
        return "fhir";
    }

    @Override
    public String title() {
        return "FHIR server";
    }

    @Override
    public String description() {
        return "Observations at a FHIR R4 server, for care teams.";
    }

    @Override
    public Settings settings() {
        return FhirSettings.ALL;
    }

    @Override
    public TargetChoice configured(Values values, Form form) {
        return FhirSettings.choice(values, form, plainAllowed);
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.empty();
    }

    @Override
    public Optional<String> secretNeeded(JsonNode configuration) {
        return FhirSettings.authentication(configuration).secret();
    }

    /** The token endpoint belongs to it: who moves that must not be sent the secret. */
    @Override
    public String place(JsonNode configuration) {
        String place =
                FhirSettings.base(configuration)
                        + " "
                        + FhirSettings.text(configuration, FhirSettings.PATIENT_REFERENCE);
        return FhirSettings.authentication(configuration) == Authentication.CLIENT_CREDENTIALS
                ? place + " " + FhirSettings.text(configuration, FhirSettings.TOKEN_URL)
                : place;
    }

    /** A transaction; one without entries where a record has nothing to show any more. */
    @Override
    public Content content(EventType event, Result result, JsonNode configuration) {
        if (!FhirSettings.takes(configuration, result.recordType())) {
            return new Content.None(
                    "the target does not take records of type " + result.recordType());
        }
        if (event == EventType.DELETED) {
            return new Content.Bytes(Document.write(List.of()));
        }
        List<Observation> observations =
                new RecordObservations(FhirSettings.style(configuration, systems))
                        .of(result.record());
        return observations.isEmpty() && event == EventType.CREATED
                ? new Content.None("the record has nothing that becomes an Observation")
                : new Content.Bytes(Document.write(observations));
    }

    @Override
    public DeliveryOutcome send(Parcel parcel) {
        return with(parcel.recipient(), server -> delivered(parcel, server));
    }

    @Override
    public DeliveryOutcome test(Recipient recipient) {
        String patient =
                FhirSettings.text(recipient.configuration(), FhirSettings.PATIENT_REFERENCE);
        return with(recipient, server -> new Probe(server, clock.instant()).of(patient));
    }

    private DeliveryOutcome with(
            Recipient recipient, Function<FhirServer, DeliveryOutcome> attempt) {
        TimedCalls calls = new TimedCalls(http, limit);
        return switch (logins.of(recipient, calls)) {
            case Login.Failed(DeliveryOutcome outcome) -> outcome;
            case Login.Header header ->
                    attempt.apply(
                            new FhirServer(
                                    calls,
                                    FhirSettings.base(recipient.configuration()),
                                    header,
                                    () -> logins.again(recipient, calls)));
        };
    }

    private DeliveryOutcome delivered(Parcel parcel, FhirServer server) {
        JsonNode configuration = parcel.recipient().configuration();
        WriteMode mode = FhirSettings.write(configuration);
        List<Written> written =
                Document.read(
                        parcel.content(),
                        FhirSettings.text(configuration, FhirSettings.PATIENT_REFERENCE),
                        systems);
        List<ObjectNode> valid = List.of();
        if (mustLook(parcel, mode)) {
            Former former = Former.of(server, systems.records(), parcel.record(), clock.instant());
            if (former.failure().isPresent()) {
                return former.failure().get();
            }
            valid = former.valid();
        }
        Plan plan = new Plan(systems, server.base());
        List<Request> requests =
                mode == WriteMode.CONDITIONAL_UPDATE
                        ? plan.updates(written, valid)
                        : plan.creations(written, valid, parcel.revision());
        References references = new References(systems.identifiers());
        Sender sender =
                mode == WriteMode.SINGLE_CREATE
                        ? new OneByOne(server, references, clock)
                        : new Transactions(server, references, clock);
        return sender.send(requests)
                .orElseGet(
                        () -> new DeliveryOutcome.Accepted(main(written, references).orElse(null)));
    }

    /**
     * Whether it counts what the server has of the record: not for the first delivery of it, save
     * where an attempt may have arrived at a server that does not update.
     */
    private static boolean mustLook(Parcel parcel, WriteMode mode) {
        return parcel.event() != EventType.CREATED
                || (parcel.attempt() > 1 && mode != WriteMode.CONDITIONAL_UPDATE);
    }

    /** Where the panel stands, or else the first Observation. */
    private static Optional<String> main(List<Written> written, References references) {
        return written.stream()
                .filter(one -> one.resource().has("hasMember"))
                .findFirst()
                .or(() -> written.stream().findFirst())
                .flatMap(one -> references.of(one.name()));
    }
}
