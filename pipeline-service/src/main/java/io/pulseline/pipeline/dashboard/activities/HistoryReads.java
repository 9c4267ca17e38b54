package io.pulseline.pipeline.dashboard.activities;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.InvalidFormException;
import io.pulseline.pipeline.history.PageMark;
import io.pulseline.pipeline.history.RunQuestion;
import io.pulseline.pipeline.run.Run;
import io.pulseline.pipeline.run.RunReads;
import io.pulseline.pipeline.run.RunStatus;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a page of the Activity History. */
@RequestScoped
class HistoryReads {
    private final Shells shells;
    private final RunReads runs;
    private final DeliveryLedger ledger;
    private final List<String> targetTypes;

    HistoryReads(Shells shells, RunReads runs, DeliveryLedger ledger, Targets targets) {
        this.shells = shells;
        this.runs = runs;
        this.ledger = ledger;
        this.targetTypes = targets.all().stream().map(Target::id).toList();
    }

    /**
     * To be called inside a transaction.
     *
     * @param asked parameters as the page sends them: as of the API, but for {@code from} and
     *     {@code to}, which are dates of the reader, both included
     */
    Uni<HistoryView> view(Map<String, List<String>> asked) {
        return shells.of(Section.ACTIVITIES).chain(shell -> view(shell, asked));
    }

    private Uni<HistoryView> view(Shell shell, Map<String, List<String>> asked) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, List<String>> parameters = parameters(shell.reader(), asked, errors);
        try {
            RunQuestion question = RunQuestion.read(parameters, targetTypes);
            if (errors.isEmpty()) {
                return page(shell, asked, question);
            }
        } catch (InvalidFormException e) {
            errors.addAll(e.errors());
        }
        return Uni.createFrom()
                .item(new HistoryView(shell, form(asked, errors), List.of(), null, isFirst(asked)));
    }

    private Uni<HistoryView> page(
            Shell shell, Map<String, List<String>> asked, RunQuestion question) {
        int limit = question.limit();
        // One more than asked tells whether there is a next page.
        return runs.page(shell.user(), question.filter(), question.before(), limit + 1)
                .chain(found -> {
                    List<Run> shown = found.subList(0, Math.min(limit, found.size()));
                    @Nullable String next =
                            found.size() > limit
                                    ? more(asked, PageMark.after(shown.getLast()))
                                    : null;
                    return ledger.ofRuns(shown.stream().map(Run::id).toList())
                            .map(deliveries ->
                                    new HistoryView(
                                            shell,
                                            form(asked, List.of()),
                                            days(
                                                    shown.stream()
                                                            .map(run ->
                                                                    RunLine.of(
                                                                            run,
                                                                            deliveries,
                                                                            shell.reader()))
                                                            .toList(),
                                                    shell.reader()),
                                            next,
                                            isFirst(asked)));
                });
    }

    private static boolean isFirst(Map<String, List<String>> asked) {
        return !asked.containsKey("after");
    }

    private static List<Day> days(List<RunLine> lines, Reader reader) {
        Map<LocalDate, List<RunLine>> days = new LinkedHashMap<>();
        for (RunLine line : lines) {
            days.computeIfAbsent(line.day(), _ -> new ArrayList<>()).add(line);
        }
        return days.entrySet().stream()
                .map(day -> new Day(reader.day(day.getKey()), day.getValue()))
                .toList();
    }

    /** What was not filled in is not asked. */
    private static Map<String, List<String>> parameters(
            Reader reader, Map<String, List<String>> asked, List<FieldError> errors) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        asked.forEach((name, values) -> {
            List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
            if (given.isEmpty()) {
                return;
            }
            if (name.equals("from") || name.equals("to")) {
                try {
                    LocalDate date = LocalDate.parse(given.getFirst());
                    LocalDate start = name.equals("from") ? date : date.plusDays(1);
                    parameters.put(
                            name,
                            List.of(
                                    start.atStartOfDay(reader.zone())
                                            .toOffsetDateTime()
                                            .toString()));
                } catch (DateTimeException _) {
                    errors.add(new FieldError(name, "must be a date like 2026-11-29"));
                }
            } else {
                parameters.put(name, given);
            }
        });
        return parameters;
    }

    private static String more(Map<String, List<String>> asked, String mark) {
        UriBuilder link = UriBuilder.fromPath("/activities");
        asked.forEach((name, values) -> {
            if (!name.equals("after")) {
                values.stream()
                        .filter(value -> !value.isBlank())
                        .forEach(value ->
                                link.queryParam(name, "{value}").resolveTemplate("value", value));
            }
        });
        return link.queryParam("after", mark).build().toString();
    }

    private Filters form(Map<String, List<String>> asked, List<FieldError> errors) {
        return new Filters(
                one(asked, "text"),
                one(asked, "activityType"),
                one(asked, "from"),
                one(asked, "to"),
                Arrays.stream(RunStatus.values())
                        .map(status ->
                                new Option(
                                        status.name(),
                                        RunLine.statusName(status.name()),
                                        asked.getOrDefault("status", List.of())
                                                .contains(status.name())))
                        .toList(),
                targetTypes.stream()
                        .map(type ->
                                new Option(
                                        type,
                                        RunLine.targetName(type),
                                        one(asked, "target").equals(type)))
                        .toList(),
                errors);
    }

    private static String one(Map<String, List<String>> asked, String name) {
        List<String> given = asked.getOrDefault(name, List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    /** One choice of a list. */
    public record Option(String value, String name, boolean chosen) {}

    /** The form above the list, as it was filled in. */
    public record Filters(
            String text,
            String activityType,
            String from,
            String to,
            List<Option> statuses,
            List<Option> targets,
            List<FieldError> errors) {
        public Filters {
            statuses = List.copyOf(statuses);
            targets = List.copyOf(targets);
            errors = List.copyOf(errors);
        }

        /** True if it narrows anything. */
        public boolean narrows() {
            return !text.isBlank()
                    || !activityType.isBlank()
                    || !from.isBlank()
                    || !to.isBlank()
                    || statuses.stream().anyMatch(Option::chosen)
                    || targets.stream().anyMatch(Option::chosen);
        }
    }

    /** The runs that started on one of the reader's dates, latest first. */
    public record Day(String name, List<RunLine> runs) {
        public Day {
            runs = List.copyOf(runs);
        }
    }

    /**
     * What the page shows.
     *
     * @param more address of the next page; null on the last one
     * @param first true for the page with the latest runs
     */
    public record HistoryView(
            Shell shell, Filters filters, List<Day> days, @Nullable String more, boolean first) {
        public HistoryView {
            days = List.copyOf(days);
        }
    }
}
