package org.decisiongates.jira.takeout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private final ImportedIssues imported;
    private final EarlierImportLookup earlier;
    private final IssueManager issues;
    private final PermissionManager permissions;
    private final ImportedIssueCreation creation;
    private final ImportedRowWriter rows;
    private final ImportedHistory history;
    private final JiraTexts texts;
    private final Clock clock;

    IssueImport(ImportedIssues imported, EarlierImportLookup earlier, IssueManager issues, PermissionManager permissions,
            ImportedIssueCreation creation, ImportedRowWriter rows, ImportedHistory history, JiraTexts texts, Clock clock) {
        this.imported = imported;
        this.earlier = earlier;
        this.issues = issues;
        this.permissions = permissions;
        this.creation = creation;
        this.rows = rows;
        this.history = history;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Where issues go, and who brings them.
     *
     * @param address        of the host that they come from
     * @param includeSecured whether those are created that had a security level there
     */
    record Target(String address, Project project, ApplicationUser caller, ImportPersonMapping people, boolean includeSecured) {

        String origin(TakenIssue issue) {
            return ImportedIssue.origin(address, issue.id());
        }
    }

    /** Imports it but for its links; {@link #complete} is to follow. */
    Line take(TakenIssue taken, Target target) {
        List<String> notes = new ArrayList<>();
        try {
            EarlierImportLookup.Found found = earlier.of(taken, target);
            if (found.state() == EarlierImportLookup.State.DONE) {
                return new Line(taken.key(), found.issue().orElseThrow().getKey(), Outcome.FOUND, List.of());
            }
            Issue issue = switch (found.state()) {
                case ELSEWHERE -> throw new ImportedIssueCreation.RefusedException(List.of(elsewhere(found.issue().orElseThrow())));
                case BEGUN -> goOn(found.issue().orElseThrow(), taken, target);
                case GONE -> {
                    notes.add(texts.text("decision-gates.takeout.import.gone"));
                    yield create(taken, target, notes);
                }
                default -> create(taken, target, notes);
            };
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

    /** Why what was begun in another project is not gone on with, and what to do. */
    String elsewhere(Issue begun) {
        return texts.text("decision-gates.takeout.import.elsewhere", begun.getKey(), begun.getProjectObject().getKey());
    }

    /**
     * The id of what a completed import, or this one, has made of it; empty where that was deleted since, for Jira fails on a link to it,
     * and where it is in another project in which the caller may not link issues.
     */
    Optional<Long> idOf(TakenIssue taken, Target target) {
        return imported.find(target.origin(taken)).flatMap(known -> known.issueId().map(issues::getIssueObject)
                .filter(issue -> issue.getProjectId().equals(target.project().getId())
                        || known.done() && mayLink(issue, target.caller()))
                .map(Issue::getId));
    }

    private boolean mayLink(Issue issue, ApplicationUser caller) {
        return permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, caller)
                && permissions.hasPermission(ProjectPermissions.LINK_ISSUES, issue, caller);
    }

    /** Nothing more is to come. */
    void complete(TakenIssue taken, Target target) {
        imported.done(target.origin(taken));
    }

    private Issue create(TakenIssue taken, Target target, List<String> notes) {
        taken.securityLevel().ifPresent(level -> {
            String project = target.project().getKey();
            if (!target.includeSecured()) {
                throw new ImportedIssueCreation.RefusedException(
                        List.of(texts.text("decision-gates.takeout.import.not-secured", level, project)));
            }
            notes.add(texts.text("decision-gates.takeout.import.secured", level, project));
        });
        ImportedIssueCreation.Prepared prepared = creation.prepare(taken, target, notes);
        String origin = target.origin(taken);
        if (!imported.begin(origin, clock.instant())) {
            // of what was begun then nothing is left
            imported.forget(origin);
            imported.begin(origin, clock.instant());
        }
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

    private Issue goOn(Issue made, TakenIssue taken, Target target) {
        imported.became(target.origin(taken), made.getId());
        return made;
    }
}
