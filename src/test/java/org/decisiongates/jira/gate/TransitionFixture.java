package org.decisiongates.jira.gate;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.AttachmentManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.customfields.manager.OptionsManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.issue.operation.IssueOperations;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;
import com.opensymphony.workflow.InvalidInputException;
import com.opensymphony.workflow.WorkflowContext;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.ContentEditors;
import org.decisiongates.approval.EditorsAndOwners;
import org.decisiongates.fixture.TestTime;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.fields.FieldOptions;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.health.ErrorCounts;
import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.link.LinkFixture;
import org.decisiongates.jira.platform.record.FollowUpIssues;
import org.decisiongates.jira.platform.record.PageRecords;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.record.Records;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.Page;
import org.decisiongates.waiver.WaiversInMemory;

/** A transition "Decide" of a Decision in project 10000, and all of Jira that a gate leans on at it. Valid unless a test says otherwise. */
final class TransitionFixture {

    static final String OWNER_FIELD = "customfield_10100";
    static final String CRITERIA_FIELD = "customfield_10101";
    static final String FALLBACK_FIELD = "customfield_10102";

    final MutableIssue issue = mock(MutableIssue.class);
    final MutableIssue original = mock(MutableIssue.class);
    final Project project = mock(Project.class);
    final ActionDescriptor action = mock(ActionDescriptor.class);
    final PermissionManager permissions = mock(PermissionManager.class);
    final UserManager users = mock(UserManager.class);
    final GroupManager groups = mock(GroupManager.class);
    final ProjectRoleManager roles = mock(ProjectRoleManager.class);
    final GlobalPermissionManager everywhere = mock(GlobalPermissionManager.class);
    final People people = new People(permissions, users, groups, roles, everywhere);
    final OptionsManager options = mock(OptionsManager.class);
    final ConstantsManager constants = mock(ConstantsManager.class);
    final IssueTypeManager issueTypes = mock(IssueTypeManager.class);
    final IssueService issues = mock(IssueService.class);
    final IssueManager issueManager = mock(IssueManager.class);
    final IssueLinkTypeManager linkTypes = mock(IssueLinkTypeManager.class);
    final CustomFieldManager customFields = mock(CustomFieldManager.class);
    final IssueLinkManager links = mock(IssueLinkManager.class);
    final HiddenIssueFilter hidden = mock(HiddenIssueFilter.class);
    final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    final CommentManager comments = mock(CommentManager.class);
    final AttachmentManager attachments = mock(AttachmentManager.class);
    final Records records = mock(Records.class);
    final ReviewThreads threads = mock(ReviewThreads.class);
    private final ApprovalSteps approvals = mock(ApprovalSteps.class);
    private final ApproverDirectory approvers = mock(ApproverDirectory.class);
    private final ContentEditors editors = mock(ContentEditors.class);
    private final ImpactLines impacts = mock(ImpactLines.class);
    final WaiversInMemory waivers = new WaiversInMemory();
    final CreationByImport imports = new CreationByImport();
    /** Ids of what the app made in this Jira, by name. */
    final Map<String, String> ids = new HashMap<>(
            Map.of("field.owner", OWNER_FIELD, "field.acceptance-criteria", CRITERIA_FIELD, "field.fallback", FALLBACK_FIELD));
    final WorkflowManager workflows = mock(WorkflowManager.class);
    private final FieldScreenManager screens = mock(FieldScreenManager.class);
    private final IssueTypeScreenSchemeManager screenSchemes = mock(IssueTypeScreenSchemeManager.class);
    private final TimeZoneManager zones = mock(TimeZoneManager.class);
    private final PluginSettingsFactory settings = mock(PluginSettingsFactory.class);
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final Policies policies = mock(Policies.class);
    final FieldScreen screen = mock(FieldScreen.class);
    final FieldScreenSchemeManager fieldScreenSchemes = mock(FieldScreenSchemeManager.class);
    final ApplicationProperties application = mock(ApplicationProperties.class);
    final List<GateEvent> journal = new ArrayList<>();
    final Map<String, Object> variables = new HashMap<>();
    private final Map<String, CustomField> fields = new HashMap<>();
    private final WorkflowDescriptor descriptor = mock(WorkflowDescriptor.class);
    PoliciesInForce inForce = PoliciesInForce.NONE;
    RuntimeException policiesFail;
    private RuntimeException journalFails;
    private String language = "en";
    private final GateEvents stored = new GateEvents() {
        @Override
        public void append(GateEvent event) {
            if (journalFails != null) {
                throw journalFails;
            }
            journal.add(event);
        }

        @Override
        public Page<GateEvent> ofProjects(Collection<Long> projectIds, Period period, Page.Position after, int limit) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public List<Entry> ofProject(long projectId, long after, int limit) {
            throw new AssertionError("nobody asks for this here");
        }
    };

    TransitionFixture() {
        when(editors.of(anyLong())).thenReturn(EditorsAndOwners.NONE);
        when(project.getId()).thenReturn(10000L);
        custom(OWNER_FIELD, "Owner", "userpicker");
        custom(CRITERIA_FIELD, "Acceptance criteria", "textarea");
        custom(FALLBACK_FIELD, "Fallback plan", "textarea");
        when(customFields.getCustomFieldObjects()).thenAnswer(call -> new ArrayList<>(fields.values()));
        for (MutableIssue one : List.of(issue, original)) {
            when(one.getId()).thenReturn(10200L);
            when(one.getKey()).thenReturn("SHOP-1");
            when(one.getProjectObject()).thenReturn(project);
            when(one.getProjectId()).thenReturn(10000L);
            when(one.getIssueTypeId()).thenReturn("10001");
        }
        when(action.getId()).thenReturn(21);
        when(action.getName()).thenReturn("Decide");
        when(action.getMetaAttributes()).thenReturn(new HashMap<>());
        onScreen(OWNER_FIELD, "duedate", CRITERIA_FIELD);
        when(descriptor.getAction(21)).thenReturn(action);
        WorkflowContext context = mock(WorkflowContext.class);
        when(context.getCaller()).thenReturn("lead");
        when(locales.getLocale()).thenReturn(Locale.ENGLISH);
        when(locales.getLocale(eq(new UserKey("lead")))).thenAnswer(call -> Locale.forLanguageTag(language));
        PluginSettings global = mock(PluginSettings.class);
        when(global.get(any()))
                .thenAnswer(call -> ids.get(call.<String>getArgument(0).replace("org.decisiongates.decision-gates:id.", "")));
        when(settings.createGlobalSettings()).thenReturn(global);
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone(TestTime.ZONE));
        when(screens.getFieldScreen(7L)).thenReturn(screen);
        when(screen.getId()).thenReturn(7L);
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
        FieldScreenScheme scheme = mock(FieldScreenScheme.class);
        when(scheme.getFieldScreen(IssueOperations.CREATE_ISSUE_OPERATION)).thenReturn(screen);
        when(screenSchemes.getFieldScreenScheme(issue)).thenReturn(scheme);
        JiraWorkflow workflow = mock(JiraWorkflow.class);
        when(workflow.getName()).thenReturn("Decision workflow");
        when(workflows.getWorkflow(10000L, "10001")).thenReturn(workflow);
        when(records.recordsOf(anyLong())).thenReturn(IssueRecords.NONE);
        when(policies.inForce()).thenAnswer(call -> {
            if (policiesFail != null) {
                throw policiesFail;
            }
            return inForce;
        });
        variables.put("issue", issue);
        variables.put("originalissueobject", original);
        variables.put("descriptor", descriptor);
        variables.put("actionId", 21);
        variables.put("context", context);
    }

    CustomField custom(String id, String name, String type) {
        CustomField field = mock(CustomField.class);
        CustomFieldType<?, ?> kind = mock(CustomFieldType.class);
        lenient().when(kind.getKey()).thenReturn("com.atlassian.jira.plugin.system.customfieldtypes:" + type);
        lenient().when(field.getId()).thenReturn(id);
        lenient().when(field.getFieldName()).thenReturn(name);
        lenient().doReturn(kind).when(field).getCustomFieldType();
        FieldConfig applies = mock(FieldConfig.class);
        lenient().when(field.getRelevantConfig(issue)).thenReturn(applies);
        fields.put(id, field);
        when(customFields.getCustomFieldObject(id)).thenReturn(field);
        return field;
    }

    TransitionFixture value(String fieldId, Object value) {
        CustomField field = fields.get(fieldId);
        when(issue.getCustomFieldValue(field)).thenReturn(value);
        return this;
    }

    TransitionFixture due(LocalDate now, LocalDate before) {
        when(issue.getDueDate()).thenReturn(now == null ? null : Timestamp.valueOf(now.atStartOfDay()));
        when(original.getDueDate()).thenReturn(before == null ? null : Timestamp.valueOf(before.atStartOfDay()));
        return this;
    }

    TransitionFixture without(String fieldId) {
        fields.remove(fieldId);
        when(customFields.getCustomFieldObject(fieldId)).thenReturn(null);
        return this;
    }

    TransitionFixture notApplicable(String fieldId) {
        when(fields.get(fieldId).getRelevantConfig(issue)).thenReturn(null);
        return this;
    }

    /** The transition, or the creation, shows a screen with these fields. */
    TransitionFixture onScreen(String... ids) {
        when(action.getView()).thenReturn("fieldscreen");
        when(action.getMetaAttributes()).thenReturn(new HashMap<>(Map.of("jira.fieldscreen.id", "7")));
        doAnswer(call -> List.of(ids).contains(call.<String>getArgument(0))).when(screen).containsField(any());
        return this;
    }

    TransitionFixture withoutScreen() {
        when(action.getView()).thenReturn("");
        return this;
    }

    TransitionFixture creating() {
        when(issue.getId()).thenReturn(null);
        when(issue.getKey()).thenReturn(null);
        when(descriptor.getAction(21)).thenReturn(null);
        when(descriptor.getInitialAction(21)).thenReturn(action);
        variables.remove("originalissueobject");
        return withoutScreen();
    }

    TransitionFixture journalFails(RuntimeException failure) {
        journalFails = failure;
        return this;
    }

    TransitionFixture speaking(String name) {
        language = name;
        return this;
    }

    ApplicationUser user(String key, boolean active, boolean assignable) {
        ApplicationUser user = mock(ApplicationUser.class);
        when(user.getKey()).thenReturn(key);
        when(user.getDisplayName()).thenReturn(key);
        when(user.isActive()).thenReturn(active);
        when(permissions.hasPermission(ProjectPermissions.ASSIGNABLE_USER, project, user)).thenReturn(assignable);
        return user;
    }

    /** The types of the workflow that is edited; none are known at first. */
    final WorkflowIssueTypes typesOfWorkflow = mock(WorkflowIssueTypes.class);

    JiraFields fields() {
        return new JiraFields(customFields, IssueTypeFixture.ownFields(settings), texts());
    }

    GateFormatter sentences() {
        return new GateFormatter(texts(), fields(), choices(), new ConditionFormatter(names(), fields(), fieldOptions(), texts()),
                screenFields(), application);
    }

    HostNames names() {
        return new HostNames(customFields, fieldOptions(), issueTypes, IssueTypeFixture.ownIssueTypes(settings), constants, linkTypes,
                roles, groups, users);
    }

    FieldOptions fieldOptions() {
        return new FieldOptions(fields(), IssueTypeFixture.ownFields(settings), options, constants, issueTypes);
    }

    SettingChoices choices() {
        return new SettingChoices(texts(), fields(), fieldOptions(), constants, linkTypes,
                roles, groups, users);
    }

    /** What the screens of transitions lack; workflows and screen schemes are mocks. */
    MissingScreenFields screenFields() {
        return new MissingScreenFields(fields(), screens, fieldScreenSchemes, workflows, screens());
    }

    /** The screens of transitions; the one of the transition "Decide" is {@link #screen}. */
    TransitionScreens screens() {
        return new TransitionScreens(screens, screenSchemes);
    }

    GateForm form() {
        return new GateForm(choices(), sentences(), policyGates(), typesOfWorkflow);
    }

    PolicyGateChoices policyGates() {
        return new PolicyGateChoices(policies, typesOfWorkflow, names(), texts());
    }

    /** Asks the gate these arguments describe; null when it lets the issue through. */
    InvalidInputException ask(Map<String, String> arguments) {
        CountedCalls calls = new CountedCalls();
        RefusalWriter writer = new RefusalWriter(stored);
        GateValidator validator = validator(calls, writer);
        try {
            validator.validate(calls.toAll(variables), new HashMap<>(arguments), null);
            return null;
        } catch (InvalidInputException refusal) {
            return refusal;
        } finally {
            writer.destroy();
        }
    }

    /** The gate's validator, which reaches everything by {@code calls}; the refusals it writes go to {@code writer}. */
    GateValidator validator(CountedCalls calls, RefusalWriter writer) {
        JiraTexts texts = new JiraTexts(calls.to(Texts.resolver()), calls.to(locales));
        PluginSettingsFactory setUp = calls.to(settings);
        JiraFields fields = new JiraFields(calls.to(customFields), IssueTypeFixture.ownFields(setUp), texts);
        OwnIssueTypes types = IssueTypeFixture.ownIssueTypes(setUp);
        People around = new People(calls.to(permissions), calls.to(users), calls.to(groups), calls.to(roles), calls.to(everywhere));
        IssueStatuses statuses = new IssueStatuses(types, calls.to(histories), calls.to(workflows));
        IssueViewFactory views = new IssueViewFactory(fields, around, statuses,
                new IssueLinks(calls.to(links), calls.to(hidden), calls.to(users), statuses, calls.to(linkTypes)),
                new CommentsAndAttachments(calls.to(comments), calls.to(attachments), calls.to(users)),
                new References(around, new FieldOptions(fields, IssueTypeFixture.ownFields(setUp), calls.to(options), calls.to(constants),
                        calls.to(issueTypes)),
                        calls.to(linkTypes), calls.to(constants)),
                calls.to(records), new PageRecords(calls.to(records)),
                new FollowUpReader(new FollowUpIssues(calls.to(issueManager), fields, calls.to(permissions), null), around),
                calls.to(threads),
                calls.to(approvals), calls.to(policies),
                calls.to(approvers), calls.to(editors),
                new LinkedScopeChanges(LinkFixture.scopeChanges(calls.to(links), calls.to(linkTypes), calls.to(settings)),
                        calls.to(impacts), statuses,
                        calls.to(hidden), calls.to(users), calls.to(issueManager)),
                successors(calls, statuses),
                IssueTypeFixture.time(calls.to(zones)));
        RequestSource source = new RequestSource();
        return new GateValidator(new ParsedGates(calls.to(policies), types), views,
                new GateJournal(calls.to(stored), writer, calls.to(workflows), source, TestTime.CLOCK),
                new RefusalFormatter(texts, fields, new TransitionScreens(calls.to(screens), calls.to(screenSchemes)), source,
                        Moments.days()),
                IssueTypeFixture.time(calls.to(zones)), calls.to(waivers), imports, new ErrorCounts(TestTime.CLOCK));
    }

    FollowUpIssues followUps() {
        return new FollowUpIssues(issueManager, fields(), permissions, null);
    }

    Successors successors(CountedCalls calls, IssueStatuses statuses) {
        return new Successors(calls.to(issues), calls.to(users), statuses, LinkFixture.superseding(calls.to(links), calls.to(linkTypes),
                calls.to(settings)), calls.to(permissions));
    }

    RefusalWriter writer(CountedCalls calls, Duration waited) {
        return new RefusalWriter(calls.to(stored), waited);
    }

    JiraTexts texts() {
        return new JiraTexts(Texts.resolver(), locales);
    }
}
