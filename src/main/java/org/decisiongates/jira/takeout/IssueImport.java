package org.decisiongates.jira.takeout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.takeout.ImportReport.Line;
import org.decisiongates.takeout.ImportReport.Outcome;
import org.decisiongates.takeout.ImportedIssue;
import org.decisiongates.takeout.ImportedIssues;
import org.decisiongates.takeout.TakenIssue;

/**
 * Imports one issue. What is about to be made is recorded before it is made, and again when all of it is there: wherever it is interrupted,
 * the next attempt completes it, and nothing is made twice.
 */
@JiraComponent
class IssueImport {

    private static final Logger LOG = LoggerFactory.getLogger(IssueImport.class);
    private static final int MAX_RECENT = 500;

    private final ImportedIssues imported;
    private final OwnIssueTypes types;
    private final IssueManager issues;
    private final Searches searches;
    private final ImportedIssueCreation creation;
    private final ImportedRowWriter rows;
    private final ImportedHistory history;
    private final JiraTexts texts;
    private final Clock clock;

    IssueImport(ImportedIssues imported, OwnIssueTypes types, IssueManager issues, Searches searches, ImportedIssueCreation creation,
            ImportedRowWriter rows, ImportedHistory history, JiraTexts texts, Clock clock) {
        this.imported = imported;
        this.types = types;
        this.issues = issues;
        this.searches = searches;
        this.creation = creation;
        this.rows = rows;
        this.history = history;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Where issues go, and who brings them.
     *
     * @param address of the host that they come from
     */
    record Target(String address, Project project, ApplicationUser caller, ImportPersonMapping people) {

        String origin(TakenIssue issue) {
            return ImportedIssue.origin(address, issue.id());
        }
    }

    /** Imports it but for its links; {@link #complete} is to follow. */
    Line take(TakenIssue taken, Target target) {
        List<String> notes = new ArrayList<>();
        Optional<ImportedIssue> known = imported.find(target.origin(taken));
        if (known.filter(ImportedIssue::done).isPresent()) {
            return known.flatMap(ImportedIssue::issueId).map(issues::getIssueObject)
                    .map(issue -> new Line(taken.key(), issue.getKey(), Outcome.FOUND, List.of()))
                    .orElseGet(() -> new Line(taken.key(), "", Outcome.FOUND, List.of(texts.text("decision-gates.takeout.import.gone"))));
        }
        try {
            Issue issue = known.isEmpty() ? create(taken, target, notes) : begun(known.get(), taken, target, notes);
            rows.take(taken, issue, target.people(), notes);
            history.keep(taken, issue, target, notes);
            return new Line(taken.key(), issue.getKey(), Outcome.CREATED, notes);
        } catch (ImportedIssueCreation.RefusedException e) {
            return new Line(taken.key(), "", Outcome.REFUSED, e.reasons());
        } catch (RuntimeException e) {
            LOG.error("{} of {} could not be imported as a whole; the next attempt goes on with it", taken.key(), target.address(), e);
            return new Line(taken.key(), "", Outcome.REFUSED, List.of(texts.text("decision-gates.takeout.import.failed", taken.key())));
        }
    }

    /** The id of what a completed import, or this one, has made of it; empty where that was deleted since: Jira fails on a link to it. */
    Optional<Long> idOf(TakenIssue taken, Target target) {
        return imported.find(target.origin(taken)).flatMap(ImportedIssue::issueId).filter(id -> issues.getIssueObject(id) != null);
    }

    /** Nothing more is to come. */
    void complete(TakenIssue taken, Target target) {
        imported.done(target.origin(taken));
    }

    private Issue create(TakenIssue taken, Target target, List<String> notes) {
        ImportedIssueCreation.Prepared prepared = creation.prepare(taken, target, notes);
        String origin = target.origin(taken);
        imported.begin(origin, clock.instant());
        Issue issue;
        try {
            issue = creation.create(prepared, target.caller(), notes);
        } catch (ImportedIssueCreation.RefusedException e) {
            imported.forget(origin);
            throw e;
        }
        imported.became(origin, issue.getId());
        return issue;
    }

    /** What an interrupted import has made of it, or what it would have made. */
    private Issue begun(ImportedIssue begun, TakenIssue taken, Target target, List<String> notes) {
        Optional<Issue> made = begun.issueId().map(issues::getIssueObject).map(Issue.class::cast).or(() -> lookalike(begun, taken, target));
        if (made.isEmpty()) {
            imported.forget(begun.origin());
            return create(taken, target, notes);
        }
        imported.became(begun.origin(), made.get().getId());
        return made.get();
    }

    /** An issue that the caller created since then under this summary, and that nothing else was imported as. */
    private Optional<Issue> lookalike(ImportedIssue begun, TakenIssue taken, Target target) {
        long days = Math.max(0, Duration.between(begun.begunAt(), clock.instant()).toDays()) + 1;
        String jql = "issuetype = " + types.requireIdIn(OwnIssueType.keyed(taken.type()).orElseThrow(), target.project().getId())
                + " AND reporter = currentUser() AND created >= -" + days + "d";
        return searches.find(target.caller(), JqlBuilder.within(List.of(target.project().getKey()), jql), MAX_RECENT).issues().stream()
                .filter(issue -> issue.getSummary().equals(taken.summary())
                        && !issue.getCreated().toInstant().isBefore(begun.begunAt()) && !imported.isImported(issue.getId()))
                .findFirst();
    }
}
