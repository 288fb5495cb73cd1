package org.decisiongates.jira.owner;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.timeline.IssueChangeSubscriber;
import org.decisiongates.jira.timeline.IssueHistories;

/**
 * Keeps owner and assignee of Decisions and Blockers the same where the project wants it: whichever was changed last, the other one
 * follows, in the name and with the rights of whoever changed it. An owner who may not be assigned is taken back to the assignee, so that
 * nobody assigns work by this way who could not by Jira's own.
 */
@JiraComponent
class OwnerAlignment implements IssueChangeSubscriber {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerAlignment.class);
    private static final int MAX_TRIED = 1_000;

    private final OwnerSettings settings;
    private final OwnIssueTypes types;
    private final OwnFields ownFields;
    private final CustomFieldManager fields;
    private final IssueManager issues;
    private final OwnerFieldEditor edits;
    private final IssueHistories histories;
    private final UserManager users;
    /** What was tried of each issue last: an update that changes nothing must not be tried again by the event that it causes. */
    private final Map<Long, Attempt> tried = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Attempt> eldest) {
            return size() > MAX_TRIED;
        }
    });

    OwnerAlignment(OwnerSettings settings, OwnIssueTypes types, OwnFields ownFields, CustomFieldManager fields, IssueManager issues,
            OwnerFieldEditor edits, IssueHistories histories, UserManager users) {
        this.settings = settings;
        this.types = types;
        this.ownFields = ownFields;
        this.fields = fields;
        this.issues = issues;
        this.edits = edits;
        this.histories = histories;
        this.users = users;
    }

    @Override
    public void changed(Issue issue, Kind kind) {
        align(issue);
    }

    @Override
    public void deleted(Issue issue) {
        tried.remove(issue.getId());
    }

    @Override
    public void found(List<Issue> some) {
        some.forEach(this::align);
    }

    private void align(Issue changed) {
        if (types.of(changed).isEmpty()) {
            return;
        }
        Optional<Instant> since = settings.sameSince(changed.getProjectId());
        Optional<CustomField> field = since.isEmpty() ? Optional.empty()
                : ownFields.idOf(OwnField.OWNER).map(fields::getCustomFieldObject);
        Issue issue = field.isEmpty() ? null : issues.getIssueObject(changed.getId());
        if (issue == null) {
            return;
        }
        ApplicationUser owner = issue.getCustomFieldValue(field.get()) instanceof ApplicationUser user ? user : null;
        if (!Objects.equals(key(owner), key(issue.getAssignee()))) {
            cause(issue, field.get(), owner, since.get()).ifPresent(cause -> follow(issue, field.get(), owner, cause));
        }
    }

    /** What made them differ; empty where they differed before the project wanted them the same, which is left to people. */
    private Optional<OwnerChange> cause(Issue issue, CustomField field, ApplicationUser owner, Instant since) {
        // both are one name but where the field is translated
        Set<String> names = Stream.of(field.getUntranslatedName(), field.getFieldName()).collect(Collectors.toSet());
        return OwnerChange.last(histories.groups(issue), names, since)
                .or(() -> issue.getCreated().toInstant().isBefore(since) ? Optional.empty()
                        : Optional.of(new OwnerChange(Objects.requireNonNullElse(issue.getCreatorId(), ""), owner != null)));
    }

    private void follow(Issue issue, CustomField field, ApplicationUser owner, OwnerChange cause) {
        ApplicationUser actor = cause.actor().isEmpty() ? null : users.getUserByKey(cause.actor());
        Attempt attempt = new Attempt(key(owner), key(issue.getAssignee()), cause);
        if (actor == null || attempt.equals(tried.put(issue.getId(), attempt))) {
            return;
        }
        boolean followed = cause.isOfOwner() && edits.assign(actor, issue, owner).isEmpty();
        if (!followed && !edits.own(actor, issue, field.getId(), issue.getAssignee()).isEmpty()) {
            // the panel of the issue and the page of health say it
            LOG.info("owner and assignee of {} differ: whoever changed one of them may not change the other", issue.getKey());
        }
    }

    private static String key(ApplicationUser user) {
        return user == null ? "" : user.getKey();
    }

    private record Attempt(String owner, String assignee, OwnerChange cause) {
    }
}
