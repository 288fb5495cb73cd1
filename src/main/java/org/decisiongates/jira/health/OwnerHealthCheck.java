package org.decisiongates.jira.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.search.OpenIssuesByDueDate;
import org.decisiongates.policy.Scope;

/** Whether those who own open Decisions and Blockers are still active, as far as {@link OpenIssuesByDueDate} reaches. */
@JiraComponent
class OwnerHealthCheck implements HealthCheck {

    private final OpenIssuesByDueDate open;
    private final OwnFields ownFields;
    private final CustomFieldManager fields;

    OwnerHealthCheck(OpenIssuesByDueDate open, OwnFields ownFields, CustomFieldManager fields) {
        this.open = open;
        this.ownFields = ownFields;
        this.fields = fields;
    }

    @Override
    public String key() {
        return "owners";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        Optional<CustomField> owner = ownFields.idOf(OwnField.OWNER).map(fields::getCustomFieldObject);
        if (owner.isEmpty()) {
            return List.of();
        }
        Map<String, List<Issue>> inactive = new TreeMap<>();
        Map<String, ApplicationUser> people = new TreeMap<>();
        for (Issue issue : open.in(scope)) {
            if (issue.getCustomFieldValue(owner.get()) instanceof ApplicationUser user && !user.isActive()) {
                inactive.computeIfAbsent(user.getKey(), key -> new ArrayList<>()).add(issue);
                people.put(user.getKey(), user);
            }
        }
        return inactive.entrySet().stream().map(owned -> finding(people.get(owned.getKey()), owned.getValue())).toList();
    }

    private static HealthFinding finding(ApplicationUser owner, List<Issue> owned) {
        String first = owned.stream().map(Issue::getKey).min(Comparator.naturalOrder()).orElseThrow();
        return HealthFinding.warning("owners.inactive", owner.getDisplayName(), owned.size(), first).fixedAt("/browse/" + first);
    }
}
