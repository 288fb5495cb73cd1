package org.decisiongates.jira.owner;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.SimpleErrorCollection;
import com.atlassian.sal.api.message.LocaleResolver;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.timeline.IssueChangeSubscriber.Kind;
import org.decisiongates.jira.timeline.IssueHistories;
import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;

public class OwnerAlignmentTest {

    private static final Instant SINCE = Instant.parse("2026-11-20T09:00:00Z");
    private static final String FIELD = "customfield_10100";
    private static final String OWNER = "Owner";
    private static final String ASSIGNEE = "assignee";

    private final OwnerSettings settings = mock(OwnerSettings.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final OwnFields ownFields = mock(OwnFields.class);
    private final CustomFieldManager fields = mock(CustomFieldManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final IssueService service = mock(IssueService.class);
    private final IssueHistories histories = mock(IssueHistories.class);
    private final UserManager users = mock(UserManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final OwnerAlignment alignment = new OwnerAlignment(settings, types, ownFields, fields, issues,
            new OwnerFieldEditor(service, permissions, authentication, new JiraTexts(new BundleTexts(), mock(LocaleResolver.class))),
            histories,
            users);
    private final MutableIssue issue = mock(MutableIssue.class);
    private final Project shop = mock(Project.class);
    private final CustomField field = mock(CustomField.class);
    private final ApplicationUser ann = user("ann", true);
    private final ApplicationUser bob = user("bob", true);
    private final List<HistoryGroup> history = new ArrayList<>();
    /** What was updated, and by whom; what is refused is there as well. */
    private final List<String> updates = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private ApplicationUser loggedIn;

    @Before
    public void aThreadOfNobody() {
        when(authentication.getLoggedInUser()).thenAnswer(call -> loggedIn);
        doAnswer(call -> {
            loggedIn = call.getArgument(0);
            return null;
        }).when(authentication).setLoggedInUser(any());
    }

    @Before
    public void aProjectThatKeepsThemTheSame() {
        when(settings.sameSince(10000L)).thenReturn(Optional.of(SINCE));
        when(types.of(any(Issue.class))).thenReturn(Optional.of(OwnIssueType.DECISION));
        when(ownFields.idOf(OwnField.OWNER)).thenReturn(Optional.of(FIELD));
        when(fields.getCustomFieldObject(FIELD)).thenReturn(field);
        when(field.getId()).thenReturn(FIELD);
        when(field.getUntranslatedName()).thenReturn(OWNER);
        when(field.getFieldName()).thenReturn(OWNER);
        when(issue.getId()).thenReturn(10200L);
        when(issue.getKey()).thenReturn("SHOP-1");
        when(issue.getIssueTypeId()).thenReturn("7");
        when(issue.getProjectId()).thenReturn(10000L);
        when(issue.getProjectObject()).thenReturn(shop);
        when(issue.getCreated()).thenReturn(Timestamp.from(SINCE.minusSeconds(60)));
        when(issue.getCreatorId()).thenReturn("ann");
        when(issues.getIssueObject(10200L)).thenReturn(issue);
        when(histories.groups(issue)).thenReturn(history);
        when(permissions.hasPermission(any(), eq(shop), any())).thenReturn(true);
        when(service.newIssueInputParameters()).thenAnswer(call -> {
            IssueInputParameters input = mock(IssueInputParameters.class);
            doAnswer(set -> said("assignee=" + set.getArgument(0), input)).when(input).setAssigneeId(any());
            doAnswer(set -> said("owner=" + set.getArgument(1), input)).when(input).addCustomFieldValue(eq(FIELD), any(String[].class));
            return input;
        });
        when(service.validateUpdate(any(), eq(10200L), any())).thenAnswer(call -> {
            assertEquals("Jira asks of this one what may be assigned", call.<ApplicationUser>getArgument(0), loggedIn);
            String update = updates.remove(updates.size() - 1);
            updates.add(call.<ApplicationUser>getArgument(0).getName() + " " + update);
            SimpleErrorCollection errors = new SimpleErrorCollection();
            if (refused.contains(update)) {
                errors.addErrorMessages(List.of("no"));
            }
            return new IssueService.UpdateValidationResult(issue, errors, Map.of());
        });
        when(service.update(any(), any())).thenReturn(new IssueService.IssueResult(issue));
    }

    private IssueInputParameters said(String what, IssueInputParameters input) {
        updates.add(what);
        return input;
    }

    @Test
    public void hasTheOtherOneFollowInTheNameOfWhoChangedOne() {
        stands(bob, ann);
        changed("ann", OWNER);
        assertEquals(List.of("ann assignee=bob"), updates);

        stands(bob, ann);
        changed("bob", ASSIGNEE);
        assertEquals(List.of("bob owner=ann"), updates);

        stands(bob, ann);
        changed("ann", OWNER, ASSIGNEE);
        assertEquals("the assignee counts", List.of("ann owner=ann"), updates);
    }

    @Test
    public void takesAnOwnerBackWhomWhoChangedItMayNotAssign() {
        when(permissions.hasPermission(ProjectPermissions.ASSIGN_ISSUES, shop, ann)).thenReturn(false);
        stands(bob, ann);
        changed("ann", OWNER);
        assertEquals(List.of("ann owner=ann"), updates);
    }

    @Test
    public void takesAnOwnerBackWhoCannotBeAssigned() {
        when(permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, shop, bob)).thenReturn(false);
        stands(bob, ann);
        changed("ann", OWNER);
        assertEquals(List.of("ann owner=ann"), updates);
        stands(user("gone", false), ann);
        changed("ann", OWNER);
        assertEquals("deactivated", List.of("ann owner=ann"), updates);
    }

    @Test
    public void takesTheRemovalOfAnOwnerBackWhereNoIssueMayBeUnassigned() {
        stands(null, ann);
        changed("ann", OWNER);
        assertEquals(List.of("ann assignee=null"), updates);
        refused.add("assignee=null");
        stands(null, ann);
        changed("bob", OWNER);
        assertEquals(List.of("bob assignee=null", "bob owner=ann"), updates);
        stands(bob, null);
        changed("ann", ASSIGNEE);
        assertEquals("nobody is assigned any more", List.of("ann owner="), updates);
    }

    @Test
    public void triesOnceForAStateOfAnIssue() {
        stands(bob, ann);
        refused.add("owner=ann");
        changed("ann", ASSIGNEE);
        alignment.changed(issue, Kind.CHANGED);
        assertEquals(List.of("ann owner=ann"), updates);
    }

    @Test
    public void leavesAloneWhatIsTheSameOrDifferedBefore() {
        stands(ann, ann);
        changed("ann", OWNER);
        stands(bob, ann);
        alignment.changed(issue, Kind.CHANGED);
        history.add(group("ann", SINCE.minusSeconds(1), OWNER));
        alignment.found(List.of(issue));
        assertEquals(List.of(), updates);
    }

    @Test
    public void leavesAloneOtherTypesAndProjects() {
        stands(bob, ann);
        when(types.of(any(Issue.class))).thenReturn(Optional.empty());
        changed("ann", OWNER);
        when(types.of(any(Issue.class))).thenReturn(Optional.of(OwnIssueType.BLOCKER));
        when(settings.sameSince(10000L)).thenReturn(Optional.empty());
        changed("ann", OWNER);
        assertEquals(List.of(), updates);
    }

    @Test
    public void takesOfANewIssueTheOwnerWhoIsNamed() {
        when(issue.getCreated()).thenReturn(Timestamp.from(SINCE.plusSeconds(60)));
        stands(bob, null);
        alignment.changed(issue, Kind.CREATED);
        assertEquals(List.of("ann assignee=bob"), updates);
        stands(null, bob);
        alignment.changed(issue, Kind.CREATED);
        assertEquals(List.of("ann owner=bob"), updates);
    }

    @Test
    public void leavesTheThreadToWhoeverItWas() {
        stands(bob, ann);
        history.add(group("ann", SINCE, OWNER));
        alignment.found(List.of(issue));
        assertEquals(List.of("ann assignee=bob"), updates);
        assertEquals("nobody, on the thread of a job", null, loggedIn);

        loggedIn = bob;
        stands(ann, bob);
        changed("ann", OWNER);
        assertEquals(List.of("ann assignee=ann"), updates);
        assertEquals(bob, loggedIn);
    }

    private void stands(ApplicationUser owner, ApplicationUser assignee) {
        updates.clear();
        history.clear();
        when(issue.getCustomFieldValue(field)).thenReturn(owner);
        when(issue.getAssignee()).thenReturn(assignee);
    }

    private void changed(String actor, String... what) {
        history.add(group(actor, SINCE.plusSeconds(history.size()), what));
        alignment.changed(issue, Kind.CHANGED);
    }

    private static HistoryGroup group(String actor, Instant at, String... what) {
        return new HistoryGroup(at.getEpochSecond(), actor, at,
                Arrays.stream(what).map(name -> new HistoryItem(name.equals(OWNER), name, "", "", "", "")).toList());
    }

    private ApplicationUser user(String name, boolean active) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(name);
        when(user.getName()).thenReturn(name);
        when(user.isActive()).thenReturn(active);
        when(users.getUserByKey(name)).thenReturn(user);
        return user;
    }
}
