package org.decisiongates.jira.takeout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.ImportedIssues;
import org.decisiongates.takeout.TakenIssue;

/** Finds what an earlier import has made of an issue of a file. */
@JiraComponent
class EarlierImportLookup {

    private static final int MAX_RECENT = 500;
    /** Jira's index and some databases cut the moment of a creation to seconds, or round it. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private final ImportedIssues imported;
    private final OwnIssueTypes types;
    private final IssueManager issues;
    private final Searches searches;
    private final Clock clock;

    EarlierImportLookup(ImportedIssues imported, OwnIssueTypes types, IssueManager issues, Searches searches, Clock clock) {
        this.imported = imported;
        this.types = types;
        this.issues = issues;
        this.searches = searches;
        this.clock = clock;
    }

    /** How far an earlier import came. */
    enum State {
        /** It made nothing that is known. */
        NOTHING,
        /** All of it was imported; it may be in another project by now. */
        DONE,
        /** Part of it was imported into this project. */
        BEGUN,
        /** Part of it was imported, and that is in another project: it can be gone on with only there. */
        ELSEWHERE,
        /** It made an issue that was deleted since. */
        GONE
    }

    /** @param issue what was made of it, as far as that is there */
    record Found(State state, Optional<Issue> issue) {
    }

    /** One statement, and a search where an import was killed while it created this very issue. */
    Found of(TakenIssue taken, IssueImport.Target target) {
        Optional<ImportedIssue> known = imported.find(target.origin(taken));
        if (known.isEmpty()) {
            return new Found(State.NOTHING, Optional.empty());
        }
        Optional<Issue> made = known.get().issueId().isPresent() ? known.get().issueId().map(issues::getIssueObject).map(Issue.class::cast)
                : lookalike(known.get(), taken, target);
        if (made.isEmpty()) {
            return new Found(known.get().issueId().isPresent() ? State.GONE : State.NOTHING, made);
        }
        return new Found(known.get().done() ? State.DONE
                : made.get().getProjectId().equals(target.project().getId()) ? State.BEGUN
                : State.ELSEWHERE, made);
    }

    /**
     * An issue that the caller created since then under this summary, and that nothing else was imported as; one of this project before
     * one of another, into which it may have been imported then.
     */
    private Optional<Issue> lookalike(ImportedIssue begun, TakenIssue taken, IssueImport.Target target) {
        Instant earliest = begun.begunAt().truncatedTo(ChronoUnit.SECONDS).minus(ROUNDING);
        long minutes = Math.max(0, Duration.between(earliest, clock.instant()).toMinutes()) + 2;
        return searches.find(target.caller(), "reporter = currentUser() AND created >= -" + minutes + "m ORDER BY created ASC", MAX_RECENT)
                .issues().stream()
                .filter(issue -> issue.getSummary().equals(taken.summary()) && !issue.getCreated().toInstant().isBefore(earliest)
                        && types.of(issue).filter(type -> type.key().equals(taken.type())).isPresent()
                        && !imported.isImported(issue.getId()))
                .min(Comparator.comparing(issue -> !issue.getProjectId().equals(target.project().getId())))
                .map(found -> (Issue) issues.getIssueObject(found.getId()));
    }
}
