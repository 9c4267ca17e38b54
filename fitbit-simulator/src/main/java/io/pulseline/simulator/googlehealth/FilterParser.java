package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.googlehealth.Filter.Member;
import io.pulseline.simulator.googlehealth.Filter.Restriction;
import io.pulseline.simulator.http.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads filters, and refuses them with the service's reasons (fact sheet section 1.5). */
final class FilterParser {
    private static final String REASON = "INVALID_DATA_POINT_FILTER";
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"]*\"|'[^']*'|>=|<=|!=|[<>=:()]|[A-Za-z0-9_.\\-]+)");
    private static final Pattern CIVIL =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?");

    private final DataType type;
    private final boolean reasonsInMetadata;
    private final List<String> tokens;
    private int next;

    private FilterParser(DataType type, boolean reasonsInMetadata, List<String> tokens) {
        this.type = type;
        this.reasonsInMetadata = reasonsInMetadata;
        this.tokens = tokens;
    }

    /**
     * The filter of a call for points of that type; blank text asks for all.
     *
     * @throws Refused with the reason if it is not one
     */
    static Filter parse(String text, DataType type, boolean reasonsInMetadata) {
        if (text.isBlank()) {
            return Filter.none();
        }
        FilterParser parser = new FilterParser(type, reasonsInMetadata, new ArrayList<>());
        parser.split(text);
        Filter filter = new Filter(parser.groups());
        parser.requireOneKindOfTime(filter);
        parser.requireRange(filter);
        return filter;
    }

    private void split(String text) {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && token.find(end) && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (!text.substring(end).isBlank()) {
            throw refused(REASON + "_SYNTAX", "Invalid filter syntax: " + text.substring(end));
        }
    }

    private List<List<Restriction>> groups() {
        List<List<Restriction>> groups = new ArrayList<>();
        boolean mayBeJoined = false;
        while (next < tokens.size()) {
            String token = tokens.get(next);
            if (token.equals("(") || token.equals(")") || token.equals("NOT")) {
                throw structure(token.equals("NOT") ? "NEGATION" : "COMPOSITE");
            }
            if (token.equals("OR")) {
                addAlternative(groups, mayBeJoined);
                continue;
            }
            if (token.equals("AND")) {
                if (!mayBeJoined) {
                    throw missing("restriction before AND");
                }
                next++;
            }
            groups.add(new ArrayList<>(List.of(restriction())));
            mayBeJoined = true;
        }
        return groups;
    }

    /** Alternatives exist for the end of a sleep only. */
    private void addAlternative(List<List<Restriction>> groups, boolean mayBeJoined) {
        if (type != DataType.SLEEP || !mayBeJoined) {
            throw structure("DISJUNCTION");
        }
        next++;
        groups.getLast().add(restriction());
    }

    private Restriction restriction() {
        String name = take("member");
        String comparator = take("comparator");
        if (!List.of("<", "<=", ">", ">=", "=", "!=", ":").contains(comparator)) {
            throw missing("comparator after " + name);
        }
        String literal = take("literal");
        Member member = member(name);
        if (!comparator.equals(">=") && !comparator.equals("<")) {
            throw refused(
                    REASON + "_RESTRICTION_COMPARATOR",
                    "Comparator '" + comparator + "' is not supported for filtering.");
        }
        boolean isText = literal.length() >= 2 && "\"'".indexOf(literal.charAt(0)) >= 0;
        if (!isText) {
            throw refused(REASON + "_SYNTAX", "Invalid literal: " + literal);
        }
        return compared(
                member, comparator.equals(">="), literal.substring(1, literal.length() - 1));
    }

    private Member member(String name) {
        int dot = name.indexOf('.');
        String owner = dot < 0 ? name : name.substring(0, dot);
        if (!owner.equals(type.filterName())) {
            boolean isOther =
                    Arrays.stream(DataType.values())
                            .anyMatch(one -> one.filterName().equals(owner));
            throw isOther
                    ? refused(
                            REASON + "_COLLECTION_MISMATCH",
                            "Data type in filter does not match parent data type collection")
                    : refused(REASON, "Invalid data type in filter: " + owner);
        }
        Member member = dot < 0 ? null : memberOf(name.substring(dot + 1));
        if (member == null) {
            throw refused(
                    REASON + "_DATA_TYPE_MEMBER",
                    "Member '" + name + "' is not supported for filtering.");
        }
        return member;
    }

    private @Nullable Member memberOf(String path) {
        return switch (type.kind()) {
            case INTERVAL ->
                    switch (path) {
                        case "interval.start_time" -> Member.PHYSICAL_START;
                        case "interval.civil_start_time" -> Member.CIVIL_START;
                        default -> null;
                    };
            case SAMPLE ->
                    switch (path) {
                        case "sample_time.physical_time" -> Member.PHYSICAL_START;
                        case "sample_time.civil_time" -> Member.CIVIL_START;
                        default -> null;
                    };
            case DAILY -> path.equals("date") ? Member.DATE : null;
            case SESSION -> sessionMember(path);
            case ROLL_UP_ONLY -> null;
        };
    }

    private @Nullable Member sessionMember(String member) {
        if (type == DataType.SLEEP) {
            return switch (member) {
                case "interval.end_time" -> Member.PHYSICAL_END;
                case "interval.civil_end_time" -> Member.CIVIL_END;
                default -> null;
            };
        }
        return member.equals("interval.civil_start_time") ? Member.CIVIL_START : null;
    }

    private Restriction compared(Member member, boolean isLower, String literal) {
        if (member.isCivil()) {
            return new Restriction(member, isLower, null, civil(literal));
        }
        try {
            if (member == Member.DATE) {
                LocalDate date =
                        LocalDate.parse(
                                literal,
                                DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(
                                        ResolverStyle.STRICT));
                return new Restriction(member, isLower, null, date.atStartOfDay());
            }
            Instant at = OffsetDateTime.parse(literal).toInstant();
            return new Restriction(member, isLower, at, null);
        } catch (DateTimeParseException e) {
            throw refused(REASON, "Invalid time in filter: " + literal);
        }
    }

    private LocalDateTime civil(String literal) {
        try {
            if (CIVIL.matcher(literal).matches()) {
                return literal.contains("T")
                        ? LocalDateTime.parse(literal)
                        : LocalDate.parse(literal).atStartOfDay();
            }
        } catch (DateTimeParseException e) {
            // Of the right form, but no such time: said below.
        }
        throw refused(
                REASON + "_CIVIL_DATE_TIME_FORMAT",
                "Invalid civil date time format, expected YYYY-MM-DD[THH:mm:ss]: " + literal);
    }

    private void requireOneKindOfTime(Filter filter) {
        long kinds =
                filter.groups().stream()
                        .flatMap(List::stream)
                        .map(one -> one.member().isCivil())
                        .distinct()
                        .count();
        if (kinds > 1) {
            throw refused(
                    REASON + "_MIXED_TIME_RESTRICTIONS",
                    "Filter cannot contain both physical and civil time ranges");
        }
    }

    private void requireRange(Filter filter) {
        Duration length = filter.length();
        if (length != null && !length.isPositive()) {
            throw refused(
                    "INVALID_TIME_RANGE", "Query end time must be strictly larger than start time");
        }
    }

    private String take(String what) {
        if (next == tokens.size()) {
            throw missing(what);
        }
        return tokens.get(next++);
    }

    private Refused missing(String what) {
        return refused(REASON + "_MISSING_TOKEN", "Missing token in filter: " + what);
    }

    private Refused structure(String found) {
        return refused(
                REASON + "_EXPRESSION_STRUCTURE",
                "The filter must be a conjunction or sequence of restrictions. Found: " + found);
    }

    private Refused refused(String reason, String message) {
        return new Refused(GoogleErrors.invalid(message, reason, reasonsInMetadata));
    }
}
