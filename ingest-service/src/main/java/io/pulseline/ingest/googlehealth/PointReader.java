package io.pulseline.ingest.googlehealth;

import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.document.UnexpectedShapeException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads data points page by page. A filter that Google does not take (400) is left out: then the
 * newest points come first, and are read down to the oldest wanted, with a bound.
 */
@ApplicationScoped
class PointReader {
    private static final Logger LOG = Logger.getLogger(PointReader.class);

    /** Where points come newest first by their start, some that end later stand further down. */
    private static final Duration LONGEST_THING = Duration.ofDays(2);

    private final GoogleApi api;
    private final GoogleHealthConfig config;

    PointReader(GoogleApi api, GoogleHealthConfig config) {
        this.api = api;
        this.config = config;
    }

    /**
     * What was read.
     *
     * @param pages in the order asked, at least one
     * @param complete false if there was more than we are willing to read at once
     */
    record Points(List<Page> pages, boolean complete) {
        Points {
            pages = List.copyOf(pages);
        }
    }

    /** One answer, and its points as they stand in it. */
    record Page(GoogleDocument document, List<byte[]> points) {}

    ProviderAnswer<Points> read(String accessToken, PointQuestion question) {
        ProviderAnswer<Points> answer = pages(accessToken, question, question.path(), null);
        if (answer instanceof ProviderAnswer.Rejected<Points>(String reason)
                && GoogleErrors.isFilter(reason)) {
            LOG.warnf(
                    "filter not taken, the newest are read instead: type=%s reason=%s",
                    question.type(), reason);
            Instant enough = question.oldest().minus(LONGEST_THING);
            return pages(accessToken, question, question.unfiltered(), enough);
        }
        return answer;
    }

    /**
     * Reads pages.
     *
     * @param enough older points are not wanted; null if the question says so itself
     */
    private ProviderAnswer<Points> pages(
            String accessToken, PointQuestion question, String path, @Nullable Instant enough) {
        List<Page> pages = new ArrayList<>();
        @Nullable String token = null;
        do {
            ProviderAnswer<GoogleDocument> answer =
                    token == null ? api.get(accessToken, path) : api.page(accessToken, path, token);
            if (!(answer
                    instanceof ProviderAnswer.Given<GoogleDocument>(GoogleDocument document))) {
                return answer.then(_ -> new ProviderAnswer.Unavailable<>("not asked"));
            }
            try {
                PointPage page = PointPage.read(document.body());
                pages.add(new Page(document, page.points()));
                boolean past = enough != null && isBefore(page.points(), question.type(), enough);
                token = past ? null : page.next();
            } catch (UnexpectedShapeException _) {
                return new ProviderAnswer.Rejected<>("a page of a shape nobody knows");
            } catch (IOException _) {
                return new ProviderAnswer.Unavailable<>("unreadable " + question.type());
            }
        } while (token != null && pages.size() < config.maximumPages());
        return new ProviderAnswer.Given<>(new Points(pages, token == null));
    }

    /** Whether the last of these is older. */
    private static boolean isBefore(List<byte[]> points, String type, Instant time)
            throws IOException {
        if (points.isEmpty()) {
            return false;
        }
        Optional<Instant> last = Point.at(points.getLast(), type);
        return last.filter(at -> at.isBefore(time)).isPresent();
    }
}
