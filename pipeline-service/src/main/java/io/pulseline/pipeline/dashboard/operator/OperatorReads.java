package io.pulseline.pipeline.dashboard.operator;

import io.pulseline.pipeline.audit.AuditEntries;
import io.pulseline.pipeline.audit.AuditEntry;
import io.pulseline.pipeline.audit.AuditQuestion;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.operator.DeadLetterDesk;
import io.pulseline.pipeline.operator.Overviews;
import io.pulseline.pipeline.operator.WorkReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what pages for operators show. To be called inside a transaction. */
@RequestScoped
class OperatorReads {
    private static final int LATEST = 50;

    private final Shells shells;
    private final Overviews overviews;
    private final WorkReads work;
    private final AuditEntries audit;

    OperatorReads(Shells shells, Overviews overviews, WorkReads work, AuditEntries audit) {
        this.shells = shells;
        this.overviews = overviews;
        this.work = work;
        this.audit = audit;
    }

    /** Without what Kafka tells. */
    Uni<OperatorView> view() {
        return shells.of(Section.OPERATOR)
                .chain(shell ->
                        overviews
                                .now()
                                .chain(overview ->
                                        work.exhausted(LATEST)
                                                .chain(given ->
                                                        audit.latest(Long.MAX_VALUE, LATEST)
                                                                .map(lines ->
                                                                        OperatorView.of(
                                                                                shell, overview,
                                                                                given, lines)))));
    }

    Uni<LettersView> letters(DeadLetterDesk.Page page) {
        return shells.of(Section.OPERATOR).map(shell -> LettersView.of(shell, page));
    }

    Uni<AuditView> audit(AuditQuestion question) {
        return shells.of(Section.OPERATOR)
                .chain(shell ->
                        audit.latest(question.before(), question.limit() + 1)
                                .map(found -> AuditView.of(shell, found, question.limit())));
    }

    /**
     * Dead letters of one topic.
     *
     * @param more address of the next page; null on the last one
     */
    public record LettersView(
            Shell shell, String topic, List<LetterLine> letters, @Nullable String more) {
        static LettersView of(Shell shell, DeadLetterDesk.Page page) {
            return new LettersView(
                    shell,
                    page.topic(),
                    page.deadLetters().stream()
                            .map(letter -> LetterLine.of(letter, shell.reader()))
                            .toList(),
                    page.next() == null
                            ? null
                            : "/operator/dead-letters/" + page.topic() + "?after=" + page.next());
        }
    }

    /**
     * A page of the audit log.
     *
     * @param more address of the next page; null on the last one
     */
    public record AuditView(Shell shell, List<AuditLine> lines, @Nullable String more) {
        static AuditView of(Shell shell, List<AuditEntry> found, int limit) {
            List<AuditEntry> shown = found.subList(0, Math.min(limit, found.size()));
            return new AuditView(
                    shell,
                    shown.stream().map(entry -> AuditLine.of(entry, shell.reader())).toList(),
                    found.size() > limit
                            ? "/operator/audit?after=" + AuditQuestion.mark(shown.getLast())
                            : null);
        }
    }
}
