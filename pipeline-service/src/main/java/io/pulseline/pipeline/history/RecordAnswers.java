package io.pulseline.pipeline.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.RecordPages;
import io.pulseline.pipeline.record.RecordPages.Entry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages of somebody's kept records; who asks has been seen to. */
@ApplicationScoped
public class RecordAnswers {
    /** Of records as they are unpacked for one page; the first one is shown in any case. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final RecordPages pages;
    private final Transactions transactions;

    RecordAnswers(RecordPages pages, Transactions transactions) {
        this.pages = pages;
        this.transactions = transactions;
    }

    /**
     * A page of records, latest first.
     *
     * @param next to be sent as {@code after} for the next page; null on the last one
     */
    public record RecordPage(List<JsonNode> records, @Nullable String next) {
        public RecordPage {
            records = List.copyOf(records);
        }
    }

    /**
     * Those of a user.
     *
     * @param parameters of the request
     * @throws io.pulseline.pipeline.form.InvalidFormException naming every one that is wrong
     */
    public Uni<RecordPage> page(UUID of, Map<String, List<String>> parameters) {
        RecordQuestion question = RecordQuestion.read(parameters);
        // One more than asked tells whether there is a next page.
        return transactions
                .read(() ->
                        pages.page(of, question.range(), question.after(), question.limit() + 1))
                // Unpacking long series would hold up the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> page(found, question));
    }

    private static RecordPage page(List<Entry> found, RecordQuestion question) {
        List<Entry> shown = found.subList(0, Math.min(question.limit(), fitting(found)));
        String next = found.size() > shown.size() ? RecordMark.of(shown.getLast().place()) : null;
        return new RecordPage(
                shown.stream().map(entry -> json(entry.kept(), question.series())).toList(), next);
    }

    private static int fitting(List<Entry> found) {
        long bytes = 0;
        for (int entry = 0; entry < found.size(); entry++) {
            bytes += found.get(entry).kept().content().bytes();
            if (bytes > MOST_BYTES) {
                return Math.max(1, entry);
            }
        }
        return found.size();
    }

    private static JsonNode json(KeptMetric kept, boolean series) {
        ObjectNode json = (ObjectNode) kept.json();
        return series ? json : json.without(seriesOf(kept.recordType()));
    }

    private static Set<String> seriesOf(String recordType) {
        return switch (recordType) {
            case RecordType.ACTIVITY -> Set.of("heartRate", "track");
            case RecordType.HEART_RATE -> Set.of("heartRate");
            case RecordType.STEPS -> Set.of("stepsPerMinute");
            default -> Set.of();
        };
    }
}
