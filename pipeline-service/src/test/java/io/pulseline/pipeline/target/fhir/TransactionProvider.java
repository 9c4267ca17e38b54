package io.pulseline.pipeline.target.fhir;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;

/** Transactions of Observations, for HAPI's server: references within one are resolved. */
public final class TransactionProvider {
    private final Ward ward;

    TransactionProvider(Ward ward) {
        this.ward = ward;
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle asked) {
        if (asked.getType() != BundleType.TRANSACTION) {
            throw new InvalidRequestException("no transaction");
        }
        Bundle answer = new Bundle();
        answer.setType(BundleType.TRANSACTIONRESPONSE);
        Map<String, String> places = new HashMap<>();
        for (BundleEntryComponent entry : asked.getEntry()) {
            Observation observation = (Observation) entry.getResource();
            for (Reference member : observation.getHasMember()) {
                String reference = member.getReference();
                member.setReference(places.getOrDefault(reference, reference));
            }
            Ward.Kept kept = kept(entry.getRequest(), observation);
            places.put(entry.getFullUrl(), kept.id().toUnqualifiedVersionless().getValue());
            answer.addEntry()
                    .getResponse()
                    .setStatus(kept.isNew() ? "201 Created" : "200 OK")
                    .setLocation(kept.id().getValue());
        }
        return answer;
    }

    private Ward.Kept kept(BundleEntryRequestComponent request, Observation observation) {
        String url = request.getUrl();
        if (request.getMethod() == HTTPVerb.POST) {
            return ward.create(observation, request.getIfNoneExist());
        }
        return url.contains("?")
                ? ward.updateWhere(url, observation)
                : ward.update(new IdType(url), observation);
    }
}
