package org.decisiongates.jira.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.UriInfo;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.GateEvent.Outcome;
import org.decisiongates.timeline.GateEvent.Source;
import org.decisiongates.timeline.GateFilter;

/** Reads a filter of the journal of gates from the parameters of an address. */
public final class GateFilterParser {

    /** In the order of the form. */
    private static final List<String> NAMES = List.of("from", "until", "policy", "gate", "rule", "transition", "outcome", "source");
    private static final int LONGEST = 255;

    private final ZoneId zone;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Message> problems = new LinkedHashMap<>();

    /**
     * @param given a parameter of the address, by its name; null for one that is not there
     * @param zone  that days are meant in
     */
    public GateFilterParser(UnaryOperator<String> given, ZoneId zone) {
        this.zone = zone;
        NAMES.forEach(name -> values.put(name, Optional.ofNullable(given.apply(name)).map(String::strip).orElse("")));
    }

    /** The filter in the address of a call of REST. */
    public static GateFilterParser of(UriInfo address, ZoneId zone) {
        return new GateFilterParser(address.getQueryParameters()::getFirst, zone);
    }

    /** What a call takes that has a filter, and these parameters beside it. */
    public static Set<String> parametersAnd(String... more) {
        Set<String> names = new HashSet<>(NAMES);
        Collections.addAll(names, more);
        return names;
    }

    /** What was given, by name; empty text for nothing. */
    public Map<String, String> values() {
        return values;
    }

    /**
     * The filter; what cannot be read is left out, and is among the {@link #problems()}.
     *
     * @param first the day that it begins on when none is given
     * @param last  the day that it ends on when none is given, that day included
     */
    public GateFilter filter(Optional<Long> project, LocalDate first, LocalDate last) {
        LocalDate from = day("from").orElse(first);
        LocalDate until = day("until").orElse(last);
        if (until.isBefore(from)) {
            problems.put("until", Message.of("decision-gates.jira.audit.until-before-from", from.toString(), until.toString()));
        }
        return new GateFilter(project, start(from), start(until.plusDays(1)), text("policy"), text("gate"), rule(),
                text("transition"),
                word("outcome", Outcome.values()).map(Outcome::valueOf), word("source", Source.values()));
    }

    /** The same filter; refuses one of which something cannot be read. */
    public GateFilter readable(Optional<Long> project, LocalDate first, LocalDate last) {
        GateFilter filter = filter(project, first, last);
        if (!problems.isEmpty()) {
            throw new ProblemException(400, problems);
        }
        return filter;
    }

    /** Complains of a parameter beside those of the filter. */
    void complain(String name, Message problem) {
        problems.put(name, problem);
    }

    /** Complains where {@link #filter} would give a filter of more than so many days. */
    public void requireAtMost(int days, LocalDate first, LocalDate last) {
        LocalDate from = day("from").orElse(first);
        LocalDate until = day("until").orElse(last);
        if (!from.plusDays(days).isAfter(until)) {
            problems.putIfAbsent("from", Message.of("decision-gates.jira.audit.too-many-days", from.toString(), until.toString(), days));
        }
    }

    /** What could not be read, by the name of its parameter. */
    public Map<String, Message> problems() {
        return problems;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Optional<LocalDate> day(String name) {
        if (values.get(name).isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(values.get(name));
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // the same words as for a year that no calendar shows
        }
        problems.put(name, Message.of("decision-gates.jira.audit.not-a-day", values.get(name)));
        return Optional.empty();
    }

    private Optional<String> text(String name) {
        if (values.get(name).length() > LONGEST) {
            problems.put(name, Message.of("decision-gates.jira.audit.too-long", name, LONGEST));
            return Optional.empty();
        }
        return Optional.of(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A key that is written wrong would find nothing, as if the rule had refused nobody. */
    private Optional<String> rule() {
        Optional<String> rule = text("rule");
        if (rule.isPresent() && Rules.of(rule.get()).isEmpty()) {
            problems.put("rule", Message.of("decision-gates.jira.audit.no-such-rule", rule.get()));
            return Optional.empty();
        }
        return rule;
    }

    private Optional<String> word(String name, Enum<?>[] words) {
        String value = values.get(name).toUpperCase(Locale.ROOT);
        if (value.isEmpty() || Arrays.stream(words).anyMatch(word -> word.name().equals(value))) {
            return Optional.of(value).filter(one -> !one.isEmpty());
        }
        problems.put(name, Message.of("decision-gates.jira.audit.not-a-word", values.get(name),
                Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", "))));
        return Optional.empty();
    }
}
