package org.decisiongates.jira.readiness;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.jira.platform.search.IssueFunction;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.Records;
import org.decisiongates.text.Message;

/**
 * {@code issue in recorded("risk", "open")}: issues that have a row of this kind in their record, in this state if one is named. Further
 * arguments are keys of the projects to look into.
 */
public final class RecordedFunction extends IssueFunction {

    /** Jira's own limit for the ids in a query. */
    private static final int MOST_IN_A_SEARCH = 1_000;

    private final Records records;

    public RecordedFunction(Searches searches, JiraTexts texts, Records records) {
        super(searches, texts);
        this.records = records;
    }

    @Override
    protected Optional<Message> fault(List<String> arguments) {
        Optional<Kind> kind = kind(arguments);
        if (kind.isEmpty()) {
            String kinds = Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", "));
            return Optional.of(arguments.isEmpty() ? Message.of("decision-gates.readiness.jql.no-kind", getFunctionName(), kinds)
                    : Message.of("decision-gates.record.no-such-kind", arguments.get(0), kinds));
        }
        return Optional.empty();
    }

    /** What is no state is taken for a project: whoever misspelled a state is told the states. */
    @Override
    protected Optional<Message> hint(List<String> arguments, Set<String> complaints) {
        Kind kind = kind(arguments).orElseThrow();
        if (arguments.size() < 2 || !states(kind, arguments).isEmpty()
                || complaints.stream().noneMatch(complaint -> complaint.contains(arguments.get(1)))) {
            return Optional.empty();
        }
        String states = RecordPart.states(kind).stream()
                .map(state -> state.toLowerCase(Locale.ROOT).replace('_', '-')).collect(Collectors.joining(", "));
        return Optional.of(states.isEmpty() ? Message.of("decision-gates.readiness.jql.no-states", arguments.get(1), kind.key())
                : Message.of("decision-gates.readiness.jql.unknown-state", arguments.get(1), kind.key(), states));
    }

    @Override
    protected Optional<Message> excess(List<String> arguments) {
        return issues(kind(arguments).orElseThrow(), arguments).size() < MOST_IN_A_SEARCH ? Optional.empty()
                : Optional.of(Message.of("decision-gates.readiness.jql.too-many-recorded", getFunctionName(), MOST_IN_A_SEARCH));
    }

    @Override
    protected List<String> candidates(ApplicationUser searcher, List<String> arguments) {
        Kind kind = kind(arguments).orElseThrow();
        Set<Long> recorded = issues(kind, arguments);
        return recorded.isEmpty() ? List.of()
                : List.of(JqlBuilder.within(projects(kind, arguments), JqlBuilder.issues(recorded)));
    }

    @Override
    protected Optional<String> typed(List<String> arguments) {
        return Optional.of(JqlBuilder.within(projects(kind(arguments).orElseThrow(), arguments), ""));
    }

    @Override
    protected Set<Long> passing(List<Issue> issues, ApplicationUser searcher, List<String> arguments) {
        return issues.stream().map(Issue::getId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> projects(Kind kind, List<String> arguments) {
        return arguments.subList(1 + states(kind, arguments).size(), arguments.size());
    }

    private Set<Long> issues(Kind kind, List<String> arguments) {
        return records.issuesWith(kind, states(kind, arguments), MOST_IN_A_SEARCH);
    }

    private static Optional<Kind> kind(List<String> arguments) {
        return arguments.stream().limit(1)
                .flatMap(first -> Arrays.stream(Kind.values()).filter(kind -> kind.key().equals(word(first, '-'))))
                .findFirst();
    }

    /** The state that the second argument names; none where it names none of this kind, as a key of a project does. */
    private static List<String> states(Kind kind, List<String> arguments) {
        return arguments.stream().skip(1).limit(1).map(second -> word(second, '_').toUpperCase(Locale.ROOT))
                .filter(RecordPart.states(kind)::contains).toList();
    }

    /** As keys and states are spelled, whether somebody writes {@code Trade-off}, {@code trade off} or {@code TRADE_OFF}. */
    private static String word(String typed, char between) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", String.valueOf(between));
    }
}
