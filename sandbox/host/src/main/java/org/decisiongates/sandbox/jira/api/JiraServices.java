package org.decisiongates.sandbox.jira.api;

import com.atlassian.audit.api.AuditService;
import com.atlassian.jira.avatar.AvatarManager;
import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.bc.user.search.UserSearchService;
import com.atlassian.jira.cluster.ClusterManager;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItemService;
import com.atlassian.jira.issue.AttachmentManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.customfields.manager.OptionsManager;
import com.atlassian.jira.issue.fields.config.manager.FieldConfigSchemeManager;
import com.atlassian.jira.issue.fields.config.manager.IssueTypeSchemeManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.issue.security.IssueSecurityLevelManager;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.project.version.VersionManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.user.util.UserUtil;
import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.jira.workflow.IssueWorkflowManager;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.server.MailServerManager;
import com.opensymphony.workflow.FactoryException;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.WorkflowXml;
import org.decisiongates.sandbox.platform.StandIn;

/** Offers Jira's services to apps. What a service was not asked for yet throws and names itself. */
public final class JiraServices {

    private final Box box;
    private final SandboxJira jira;
    private final JiraObjects objects;

    public JiraServices(Box box, SandboxJira jira, JiraObjects objects) {
        this.box = box;
        this.jira = jira;
        this.objects = objects;
    }

    public void publish() {
        people();
        constants();
        configuration();
        issues();
        StandIn.bind("WorkflowUtil#convertXMLtoWorkflowDescriptor", arguments -> read((String) arguments[0]));
        StandIn.bind("WorkflowUtil#convertDescriptorToXML", arguments -> WorkflowXml.write((WorkflowDescriptor) arguments[0]));
    }

    private void people() {
        offer(UserManager.class, new SandboxPeople.Users(jira));
        offer(UserSearchService.class, new SandboxPeople.UserSearch(jira));
        offer(UserUtil.class, new SandboxPeople.Administrators(jira));
        offer(GlobalPermissionManager.class, new SandboxPeople.GlobalPermissions(jira));
        offer(GroupManager.class, new SandboxPeople.Groups(jira));
        offer(ProjectRoleManager.class, new SandboxPeople.Roles(jira));
        offer(PermissionManager.class, new SandboxPeople.ProjectPermissions(jira, new AppPermissions(box)));
        offer(JiraAuthenticationContext.class, new SandboxAuthentication(jira, box.currentUser(), box.texts()));
    }

    private void constants() {
        offer(ConstantsManager.class, new SandboxConstants.Constants(jira, objects));
        offer(IssueTypeManager.class, new SandboxConstants.IssueTypes(jira, objects));
        offer(StatusManager.class, new SandboxConstants.Statuses(jira, objects));
        offer(AvatarManager.class, new SandboxAvatars(jira));
    }

    private void configuration() {
        SandboxScreens screens = new SandboxScreens(jira, objects);
        SandboxScreenSchemes screenSchemes = new SandboxScreenSchemes(jira.screens(), screens);
        offer(ProjectManager.class, new SandboxProjects(jira, objects));
        SandboxFields fields = new SandboxFields(jira, objects);
        offer(CustomFieldManager.class, fields);
        offer(FieldConfigSchemeManager.class, new SandboxFields.Contexts(fields));
        offer(ManagedConfigurationItemService.class, new SandboxManagedItems(jira));
        offer(OptionsManager.class, new SandboxFields.FieldOptions(jira, objects));
        offer(IssueTypeSchemeManager.class, new SandboxIssueTypeSchemes(jira, objects));
        offer(FieldScreenManager.class, screens);
        offer(FieldScreenSchemeManager.class, screenSchemes);
        offer(IssueTypeScreenSchemeManager.class, new SandboxIssueTypeScreenSchemes(jira, objects, screenSchemes));
        offer(WorkflowManager.class, new SandboxWorkflows(jira, objects));
        offer(WorkflowSchemeManager.class, new SandboxWorkflowSchemes(jira, objects));
        offer(ClusterManager.class, new Cluster(box.options().node()));
    }

    private void issues() {
        offer(IssueManager.class, new SandboxIssues(jira, objects));
        offer(IssueService.class, new SandboxIssueService(jira, objects, box.currentUser()));
        offer(IssueWorkflowManager.class, new SandboxIssueWorkflows(jira));
        offer(SearchService.class, new SandboxSearch(jira, objects));
        offer(IssueLinkManager.class, new SandboxTalk.Links(jira, objects));
        offer(CommentManager.class, new SandboxTalk.Comments(jira, objects));
        offer(WatcherManager.class, new SandboxTalk.Watching(jira));
        offer(AttachmentManager.class, new SandboxTalk.Attachments(jira));
        offer(IssueLinkTypeManager.class, new SandboxTalk.LinkTypes(jira));
        offer(IssueSecurityLevelManager.class, new SandboxLevels(jira));
        offer(VersionManager.class, new Releases(jira));
        offer(DateFieldFormat.class, new SandboxDays());
        offer(AuditService.class, new SandboxAuditLog(box, jira.auditRecords()));
        offer(MailQueue.class, new SandboxMailQueue(jira.outbox()));
        offer(MailServerManager.class, new SandboxMailServers(jira.outbox()));
        offer(ChangeHistoryManager.class, new SandboxTalk.Histories(jira, objects));
    }

    private <T> void offer(Class<T> api, Object partial) {
        box.publish(api, box.strict(api, partial));
    }

    private static WorkflowDescriptor read(String xml) throws FactoryException {
        try {
            return WorkflowXml.read(xml);
        } catch (Refused e) {
            throw new FactoryException(e.getMessage(), e);
        }
    }

    /** {@code ClusterManager}: a Jira that is not clustered has no node id, and the first node of a box is such a Jira. */
    private record Cluster(String node) {

        private static final String ALONE = "node1";

        public String getNodeId() {
            return node.equals(ALONE) ? null : node;
        }
    }

    /** {@code VersionManager}. */
    private record Releases(SandboxJira jira) {

        public Version getVersion(Long id) {
            return jira.versions().byId(id).map(SandboxVersion::of).orElse(null);
        }
    }
}
