package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.fitbit.FitbitAnswer.Grain;
import io.pulseline.normalizer.record.Answer;
import io.pulseline.normalizer.record.AnswerShape;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.UnmappableException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whole answers of Fitbit, cut into payloads as ingest cuts them. */
final class FitbitAnswers {
    private static final String ANSWER = "the answer";

    private FitbitAnswers() {}

    /** Which answers hold what a kind of payload is made of. */
    static List<AnswerShape> shapes(String kind) {
        return FitbitAnswer.of(kind)
                .map(form ->
                        new AnswerShape(
                                form.part(),
                                "GET " + form.path(),
                                form.grain() == Grain.WHOLE_DATE))
                .toList();
    }

    /**
     * The payloads in an answer, one for each log or date.
     *
     * @throws UnmappableException if it is no answer of this kind
     */
    static List<PayloadCaptured> cut(String kind, Answer answer) {
        JsonNode document = FitbitJson.document(answer.body(), ANSWER);
        FitbitAnswer form =
                FitbitAnswer.of(kind)
                        .filter(candidate -> candidate.fits(document))
                        .findFirst()
                        .orElseThrow(() -> isNone(kind, document));
        return switch (form.grain()) {
            case WHOLE_DATE -> List.of(whole(kind, form, answer));
            case LOGS -> logs(kind, form, answer, form.entries(document));
            case ENTRIES -> dates(kind, form, answer, form.entries(document));
        };
    }

    private static UnmappableException isNone(String kind, JsonNode document) {
        return new UnmappableException(
                FitbitSleepLog.isPending(document)
                        ? ANSWER + " is pending: Fitbit is still working on it"
                        : ANSWER + " is none of those that kind " + kind + " is made of");
    }

    private static PayloadCaptured whole(String kind, FitbitAnswer form, Answer answer) {
        LocalDate date = answer.requiredDate();
        PayloadPart part = answer.part(form.part(), form.path(), answer.body());
        return answer.dated(OpenSets.Provider.FITBIT, kind, date, List.of(part));
    }

    private static List<PayloadCaptured> logs(
            String kind, FitbitAnswer form, Answer answer, List<JsonNode> logs) {
        List<PayloadCaptured> payloads = new ArrayList<>();
        for (JsonNode log : logs) {
            String id = Optional.ofNullable(JsonParts.text(log, "logId")).orElse("unknown");
            payloads.add(
                    answer.thing(
                            OpenSets.Provider.FITBIT,
                            kind,
                            Ids.thingKey(OpenSets.Provider.FITBIT, id),
                            List.of(part(answer, form, log))));
        }
        return payloads;
    }

    private static List<PayloadCaptured> dates(
            String kind, FitbitAnswer form, Answer answer, List<JsonNode> entries) {
        Map<LocalDate, List<PayloadPart>> byDate = new TreeMap<>();
        for (JsonNode entry : entries) {
            byDate.computeIfAbsent(date(entry, answer), _ -> new ArrayList<>())
                    .add(part(answer, form, entry));
        }
        List<PayloadCaptured> payloads = new ArrayList<>();
        byDate.forEach((date, parts) ->
                payloads.add(answer.dated(OpenSets.Provider.FITBIT, kind, date, parts)));
        return payloads;
    }

    private static LocalDate date(JsonNode entry, Answer answer) {
        String text = FitbitJson.date(entry);
        if (text == null || text.equals("today")) {
            return answer.requiredDate();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnmappableException(ANSWER + " has an entry with an unreadable date", e);
        }
    }

    private static PayloadPart part(Answer answer, FitbitAnswer form, JsonNode entry) {
        byte[] bytes = entry.toString().getBytes(StandardCharsets.UTF_8);
        return answer.part(form.part(), form.path(), bytes);
    }
}
