package org.decisiongates.jira.readiness;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.IssueFunction;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Message;

/**
 * {@code issue in gateReady("In review")}: Decisions or Blockers in an earlier phase that no gate would keep from this one. Further
 * arguments are keys of the projects to look into.
 */
public final class GateReadyFunction extends IssueFunction {

    private final PhaseSearch phases;
    private final ReadinessService readiness;

    public GateReadyFunction(Searches searches, JiraTexts texts, PhaseSearch phases, ReadinessService readiness) {
        super(searches, texts);
        this.phases = phases;
        this.readiness = readiness;
    }

    @Override
    protected Optional<Message> fault(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of(Message.of("decision-gates.readiness.jql.no-phase", getFunctionName(), phases()));
        }
        Optional<OwnStatus> phase = phase(arguments);
        if (phase.isEmpty()) {
            return Optional.of(Message.of("decision-gates.readiness.jql.unknown-phase", arguments.get(0), phases()));
        }
        return phase.filter(GateReadyFunction::isFirst)
                .map(first -> Message.of("decision-gates.readiness.jql.first-phase", first.label(), phases()));
    }

    @Override
    protected List<String> candidates(ApplicationUser searcher, List<String> arguments) {
        OwnStatus phase = phase(arguments).orElseThrow();
        return phases.jql(phase.type(), before(phase).toList()::contains, searcher)
                .map(earlier -> JqlBuilder.within(arguments.subList(1, arguments.size()), earlier)).stream().toList();
    }

    @Override
    protected Optional<String> typed(List<String> arguments) {
        return Optional.of(JqlBuilder.within(arguments.subList(1, arguments.size()), ""));
    }

    @Override
    protected Set<Long> passing(List<Issue> issues, ApplicationUser searcher, List<String> arguments) {
        return readiness.readyFor(issues, searcher, phase(arguments).orElseThrow());
    }

    private static Optional<OwnStatus> phase(List<String> arguments) {
        return OwnStatus.all().stream().filter(status -> status.label().equalsIgnoreCase(arguments.get(0))
                || status.phase().equalsIgnoreCase(arguments.get(0))).findFirst();
    }

    private static Stream<OwnStatus> before(OwnStatus phase) {
        return OwnStatus.all().stream().filter(status -> status.type() == phase.type()).takeWhile(status -> !status.equals(phase));
    }

    private static boolean isFirst(OwnStatus phase) {
        return before(phase).findAny().isEmpty();
    }

    /** Those that something can be ready for. */
    private static String phases() {
        return OwnStatus.all().stream().filter(phase -> !isFirst(phase)).map(OwnStatus::label).collect(Collectors.joining(", "));
    }
}
