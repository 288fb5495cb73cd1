package org.decisiongates.jira.platform.search;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/**
 * A function of JQL that yields issues: those of queries of its own that pass a question. It looks at {@value #MAX} issues at most that the
 * searcher may browse, and refuses more with a hint how to ask about fewer; it never leaves any out unsaid.
 */
public abstract class IssueFunction extends AbstractJqlFunction {

    /** Jira warns of queries with more clauses than this. */
    public static final int MAX = 500;
    /** Of what Jira says in an error. */
    private static final int MAX_LENGTH = 1_000;
    /** Of what was typed, enough to know it again. */
    private static final int MAX_ECHO_LENGTH = 300;

    private final Searches searches;
    private final JiraTexts texts;

    protected IssueFunction(Searches searches, JiraTexts texts) {
        this.searches = searches;
        this.texts = texts;
    }

    /** What is wrong with the arguments; empty for nothing. */
    protected abstract Optional<Message> fault(List<String> arguments);

    /** What to say beside Jira's complaints of the part that the searcher typed; empty for nothing. */
    protected Optional<Message> hint(List<String> arguments, Set<String> complaints) {
        return Optional.empty();
    }

    /** Why there is too much to look at, for arguments without a fault that Jira does not complain of; empty where it can be counted. */
    protected Optional<Message> excess(List<String> arguments) {
        return Optional.empty();
    }

    /** The queries for the issues to look at, none of which two find, for arguments without a fault; none where there are no issues. */
    protected abstract List<String> candidates(ApplicationUser searcher, List<String> arguments);

    /**
     * The part of the query that the searcher typed, which Jira may complain of, also where there are no issues to look at; empty where
     * that is all of it. Of issues that the app names Jira would say which ones the searcher may not browse.
     */
    protected Optional<String> typed(List<String> arguments) {
        return Optional.empty();
    }

    /** Arguments with which the function looks into one project, as an example for whoever has to name some. */
    protected String withProjects() {
        return "\u2026, \"KEY\"";
    }

    /** Ids of those of {@code issues} that the function yields. */
    protected abstract Set<Long> passing(List<Issue> issues, ApplicationUser searcher, List<String> arguments);

    @Override
    public MessageSet validate(ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
        MessageSet problems = new MessageSetImpl();
        Optional<Message> fault = fault(operand.getArgs());
        if (fault.isPresent()) {
            problems.addErrorMessage(text(fault.get()));
            return problems;
        }
        // a project that does not exist is complained of even while there is nothing to look at, or too much
        String typed = typed(operand.getArgs()).or(() -> candidates(searcher, operand.getArgs()).stream().findFirst()).orElse("");
        Set<String> complaints = typed.isEmpty() ? Set.of() : searches.complaints(searcher, typed);
        if (complaints.isEmpty()) {
            excess(searcher, operand.getArgs()).ifPresent(problems::addErrorMessage);
        } else {
            complaints.forEach(complaint -> problems.addErrorMessage(Abbreviation.of(complaint, MAX_LENGTH)));
            hint(operand.getArgs(), complaints).ifPresent(hint -> problems.addErrorMessage(text(hint)));
        }
        return problems;
    }

    private Optional<String> excess(ApplicationUser searcher, List<String> arguments) {
        Optional<String> excess = excess(arguments).map(this::text);
        if (excess.isPresent()) {
            return excess;
        }
        long found = candidates(searcher, arguments).stream().mapToLong(jql -> searches.count(searcher, jql)).sum();
        return found > MAX ? Optional.of(tooMany(found)) : Optional.empty();
    }

    /** Throws where it cannot answer in full: an answer that leaves issues out would look like one that does not. */
    @Override
    public List<QueryLiteral> getValues(QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
        fault(operand.getArgs()).or(() -> excess(operand.getArgs())).ifPresent(fault -> {
            throw new IllegalArgumentException(text(fault));
        });
        ApplicationUser searcher = context.getApplicationUser();
        List<Issue> found = new ArrayList<>();
        for (String jql : candidates(searcher, operand.getArgs())) {
            Searches.Found some = searches.page(searcher, jql, 0, MAX);
            found.addAll(some.issues());
            if (found.size() > MAX || some.total() > MAX) {
                throw new IllegalArgumentException(tooMany(Math.max(found.size(), some.total())));
            }
        }
        return found.isEmpty() ? List.of()
                : passing(found, searcher, operand.getArgs()).stream().map(id -> new QueryLiteral(operand, id)).toList();
    }

    @Override
    public int getMinimumNumberOfExpectedArguments() {
        return 0;
    }

    @Override
    public JiraDataType getDataType() {
        return JiraDataTypes.ISSUE;
    }

    private String tooMany(long found) {
        return texts.text("decision-gates.jira.jql.too-many", getFunctionName(), MAX, found, withProjects());
    }

    private String text(Message message) {
        return texts.text(message.key(), message.arguments().stream()
                .map(argument -> argument instanceof String text ? Abbreviation.ofCharacters(text, MAX_ECHO_LENGTH) : argument)
                .toArray(Serializable[]::new));
    }
}
