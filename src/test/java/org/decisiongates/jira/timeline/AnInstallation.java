package org.decisiongates.jira.timeline;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.fields.FormerNames;
import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.timeline.CachedFieldMapping;
import org.decisiongates.timeline.ChangelogReader;
import org.decisiongates.timeline.FieldMapping;

/** What an administrator may have made of a Jira: fields and link types renamed, statuses deleted, others of the same names beside ours. */
final class AnInstallation {

    static final String DECISION = "10000";
    static final String BLOCKER = "10001";
    private static final String ID = "org.decisiongates.decision-gates:id.";
    private static final List<String> STATUSES = List.of("draft", "in-review", "decided", "in-delivery", "live", "closed", "rejected",
            "superseded", "open",
            "resolving", "escalated", "resolved", "accepted", "fallback-invoked");

    final Set<String> deletedStatuses = new HashSet<>();
    final Map<String, String> fieldNames = new HashMap<>(
            Map.of("owner", "Owner", "acceptance-criteria", "Acceptance criteria", "trade-offs", "Trade-offs",
                    "customer-facing", "Customer-facing", "fallback", "Fallback plan", "question", "Question"));
    final List<String> foreignFields = new ArrayList<>();
    final List<IssueLinkType> linkTypes = new ArrayList<>();
    /** Keys of users by name. */
    final Map<String, String> users = new HashMap<>();
    private final Map<String, Object> settings = new HashMap<>();
    private final TrackedFields fields;
    final FormerNames names;
    final IssueLinkManager issueLinks = mock(IssueLinkManager.class, withSettings().stubOnly());
    final LinkTypes links;
    private final FieldMapping mapping;

    AnInstallation() {
        settings.put(ID + "issue-type.decision", DECISION);
        settings.put(ID + "issue-type.blocker", BLOCKER);
        STATUSES.forEach(status -> settings.put(ID + "status." + status, statusId(status)));
        fieldNames.keySet().forEach(key -> settings.put(ID + "field." + key, "customfield_" + key));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class, withSettings().stubOnly());
        when(factory.createGlobalSettings()).thenReturn(new InMemorySettings(settings));
        names = new FormerNames(factory);
        fields = new TrackedFields(IssueTypeFixture.ownFields(factory), customFields(), names);
        links = new LinkTypes(linkTypes(), issueLinks, names);
        ConstantsManager constants = mock(ConstantsManager.class, withSettings().stubOnly());
        Status there = mock(Status.class, withSettings().stubOnly());
        when(constants.getStatus(anyString())).thenAnswer(call -> deletedStatuses.contains(call.<String>getArgument(0)) ? null : there);
        GatedTypes gated = mock(GatedTypes.class, withSettings().stubOnly());
        IssueManager issues = mock(IssueManager.class, withSettings().stubOnly());
        when(issues.getIssueObject(anyString())).thenAnswer(call -> issue(call.getArgument(0)));
        VersionManager versions = mock(VersionManager.class, withSettings().stubOnly());
        when(versions.getVersion(anyLong())).thenReturn(null);
        mapping = new JiraFieldMapping(new IssueKinds(IssueTypeFixture.ownIssueTypes(factory), gated, constants), fields, versions, issues,
                people(), links);
        noticeNames();
    }

    /** The id of the status that stands for a phase. */
    static String statusId(String phase) {
        return "5" + (100 + STATUSES.indexOf(phase.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    }

    FieldMapping mapping() {
        return mapping;
    }

    ChangelogReader derivation() {
        return new ChangelogReader(new CachedFieldMapping(mapping));
    }

    /** As every run of the reconciler does. */
    void noticeNames() {
        fields.noticeNames();
        links.noticeNames();
    }

    AnInstallation withLinkType(long id, String name, String inward, String outward) {
        IssueLinkType type = mock(IssueLinkType.class, withSettings().stubOnly());
        when(type.getId()).thenReturn(id);
        when(type.getName()).thenReturn(name);
        when(type.getInward()).thenReturn(inward);
        when(type.getOutward()).thenReturn(outward);
        linkTypes.removeIf(other -> other.getId() == id);
        linkTypes.add(type);
        return this;
    }

    private CustomFieldManager customFields() {
        CustomFieldManager manager = mock(CustomFieldManager.class, withSettings().stubOnly());
        Map<String, CustomField> ours = new HashMap<>();
        fieldNames.keySet().forEach(key -> ours.put("customfield_" + key, field("customfield_" + key, () -> fieldNames.get(key))));
        when(manager.getCustomFieldObject(anyString())).thenAnswer(call -> ours.get(call.<String>getArgument(0)));
        CustomField foreign = field("customfield_foreign", () -> "");
        when(manager.getCustomFieldObjectsByName(anyString())).thenAnswer(call -> {
            List<CustomField> named = new ArrayList<>(
                    ours.values().stream().filter(field -> field.getFieldName().equals(call.getArgument(0))).toList());
            foreignFields.stream().filter(call.getArgument(0)::equals).forEach(name -> named.add(foreign));
            return named;
        });
        return manager;
    }

    private static CustomField field(String id, java.util.function.Supplier<String> name) {
        CustomField field = mock(CustomField.class, withSettings().stubOnly());
        when(field.getId()).thenReturn(id);
        when(field.getFieldName()).thenAnswer(call -> name.get());
        when(field.getUntranslatedName()).thenAnswer(call -> name.get());
        return field;
    }

    private IssueLinkTypeManager linkTypes() {
        IssueLinkTypeManager manager = mock(IssueLinkTypeManager.class, withSettings().stubOnly());
        when(manager.getIssueLinkTypes()).thenAnswer(call -> List.copyOf(linkTypes));
        return manager;
    }

    private UserManager people() {
        UserManager manager = mock(UserManager.class, withSettings().stubOnly());
        when(manager.getUserByKey(anyString()))
                .thenAnswer(call -> users.containsValue(call.<String>getArgument(0)) ? user(call.getArgument(0)) : null);
        when(manager.getUserByName(anyString()))
                .thenAnswer(call -> users.containsKey(call.<String>getArgument(0)) ? user(users.get(call.<String>getArgument(0))) : null);
        return manager;
    }

    private static ApplicationUser user(String key) {
        ApplicationUser user = mock(ApplicationUser.class, withSettings().stubOnly());
        when(user.getKey()).thenReturn(key);
        return user;
    }

    private static MutableIssue issue(String key) {
        MutableIssue issue = mock(MutableIssue.class, withSettings().stubOnly());
        when(issue.getId()).thenReturn(Long.parseLong(key.substring(key.indexOf('-') + 1)));
        return issue;
    }

    private record InMemorySettings(Map<String, Object> values) implements PluginSettings {

        @Override
        public Object get(String key) {
            return values.get(key);
        }

        @Override
        public Object put(String key, Object value) {
            return values.put(key, value);
        }

        @Override
        public Object remove(String key) {
            return values.remove(key);
        }
    }
}
