package org.decisiongates.debt;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What was found of issues at their last check: one entry for each issue of a type that policies are about. */
public interface Debts {

    /** The entries of issues (at most 200), by issue id: one statement. */
    Map<Long, IssueDebt> ofIssues(Collection<Long> issueIds);

    /**
     * The issues of a project that owe something, by issue id: one statement.
     *
     * @param after the issue id to go on from, exclusive; 0 for the first
     * @param limit how many at most, 1 to 1 000
     */
    List<IssueDebt> owedIn(long projectId, long after, int limit);

    /** Those of some issues (at most 1 000) that owe something, by issue id: one statement. */
    List<IssueDebt> owedOf(Collection<Long> issueIds);

    /** The issues of all projects that owe something; the other parameters are those of {@link #owedIn}. */
    List<IssueDebt> owed(long after, int limit);

    /** All entries of a project; the parameters are those of {@link #owedIn}. */
    List<IssueDebt> checkedIn(long projectId, long after, int limit);

    /** Stores what was found of an issue, in place of what was found before. */
    void put(IssueDebt found);

    /** Forgets an issue. */
    void remove(long issueId);
}
