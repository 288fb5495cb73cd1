package org.decisiongates.jira.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.jira.platform.record.PageImpactLines;
import org.decisiongates.jira.platform.record.PageRecords;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.review.SectionText;
import org.decisiongates.review.ThreadRights;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.OwnerHistory;

/** What threads ask of an issue that the caller may see: what its sections say now, and what the caller may do with it. */
@JiraComponent
class ThreadIssueReader {

    private final IssueViewFactory views;
    private final PageRecords records;
    private final PageImpactLines impact;
    private final OwnIssueAccess issues;
    private final PermissionManager permissions;
    private final JiraAuthenticationContext authentication;
    private final Changes changes;

    ThreadIssueReader(IssueViewFactory views, PageRecords records, PageImpactLines impact, OwnIssueAccess issues,
            PermissionManager permissions, JiraAuthenticationContext authentication, Changes changes) {
        this.views = views;
        this.records = records;
        this.impact = impact;
        this.issues = issues;
        this.permissions = permissions;
        this.authentication = authentication;
        this.changes = changes;
    }

    /** What its sections say: a statement for the record and one for the impact lines. */
    SectionText sections(Issue issue) {
        return new SectionText(views.before(issue, callerKey()), records.ofIssue(issue.getId()), impact.ofIssue(issue.getId()));
    }

    /**
     * What the caller may do; nothing where nobody is logged in. Where the owner asks about a dispute, one statement, however many there
     * are.
     */
    ThreadRights rights(Issue issue) {
        ApplicationUser caller = authentication.getLoggedInUser();
        if (caller == null) {
            return ThreadRights.NONE;
        }
        IssueView view = views.before(issue, caller.getKey());
        return new ThreadRights(permissions.hasPermission(ProjectPermissions.ADD_COMMENTS, issue, caller), isOwner(view, caller.getKey()),
                owner(view).isPresent(),
                issues.editable(issue),
                permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, issue.getProjectObject(), caller),
                view.type().equals("decision"), new PastOwners(changes, issue.getId(), caller.getKey()));
    }

    /** User key of the caller; empty text where nobody is logged in. */
    String callerKey() {
        ApplicationUser caller = authentication.getLoggedInUser();
        return caller == null ? "" : caller.getKey();
    }

    private static boolean isOwner(IssueView view, String userKey) {
        return owner(view).filter(owner -> owner.key().equals(userKey)).isPresent();
    }

    private static Optional<Person> owner(IssueView view) {
        return view.has(Field.OWNER) ? view.person(Field.OWNER) : Optional.empty();
    }

    /** Whether somebody was the owner of an issue at a moment, as the journal has it. Asks that once. For one thread of execution. */
    private static final class PastOwners implements Predicate<Instant> {

        private final Changes changes;
        private final long issueId;
        private final String userKey;
        private OwnerHistory read;

        PastOwners(Changes changes, long issueId, String userKey) {
            this.changes = changes;
            this.issueId = issueId;
            this.userKey = userKey;
        }

        @Override
        public boolean test(Instant moment) {
            read = read == null ? OwnerHistory.of(changes.recorded(List.of(issueId))) : read;
            // an owner whom the journal never saw become that always was
            return read.before(moment).map(userKey::equals).orElse(true);
        }
    }
}
