package io.pulseline.pipeline.target.fhir;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;

/** Observations one by one, for HAPI's server. */
public final class Observations implements IResourceProvider {
    private final Ward ward;

    Observations(Ward ward) {
        this.ward = ward;
    }

    @Override
    public Class<Observation> getResourceType() {
        return Observation.class;
    }

    @Read
    public @Nullable Observation read(@IdParam IdType id) {
        return ward.read(id);
    }

    @Search
    public List<Observation> search(
            @RequiredParam(name = Observation.SP_IDENTIFIER) TokenParam identifier) {
        return ward.withIdentifier(identifier.getSystem(), identifier.getValue());
    }

    @Create
    public MethodOutcome create(
            @ResourceParam Observation observation,
            @ConditionalUrlParam @Nullable String condition) {
        return outcome(ward.create(observation, condition));
    }

    @Update
    public MethodOutcome update(
            @IdParam @Nullable IdType id,
            @ConditionalUrlParam @Nullable String condition,
            @ResourceParam Observation observation) {
        return outcome(
                condition == null
                        ? ward.update(Objects.requireNonNull(id), observation)
                        : ward.updateWhere(condition, observation));
    }

    private static MethodOutcome outcome(Ward.Kept kept) {
        return new MethodOutcome(kept.id(), kept.isNew());
    }
}
