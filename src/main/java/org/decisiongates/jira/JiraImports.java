package org.decisiongates.jira;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.avatar.AvatarManager;
import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.config.StatusManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.customfields.manager.OptionsManager;
import com.atlassian.jira.issue.fields.config.manager.IssueTypeSchemeManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.jira.workflow.WorkflowSchemeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.JiraImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;

/** Every service of Jira that the app leans on, one a line. */
@JiraComponent
final class JiraImports {
    @JiraImport ActiveObjects activeObjects;
    @JiraImport("salApplicationProperties") ApplicationProperties applicationProperties;
    @JiraImport AvatarManager avatarManager;
    @JiraImport ClusterLockService clusterLockService;
    @JiraImport ConstantsManager constantsManager;
    @JiraImport CustomFieldManager customFieldManager;
    @JiraImport FieldScreenManager fieldScreenManager;
    @JiraImport FieldScreenSchemeManager fieldScreenSchemeManager;
    @JiraImport GlobalPermissionManager globalPermissionManager;
    @JiraImport I18nResolver i18nResolver;
    @JiraImport IssueService issueService;
    @JiraImport IssueTypeManager issueTypeManager;
    @JiraImport IssueTypeSchemeManager issueTypeSchemeManager;
    @JiraImport IssueTypeScreenSchemeManager issueTypeScreenSchemeManager;
    @JiraImport JiraAuthenticationContext jiraAuthenticationContext;
    @JiraImport LocaleResolver localeResolver;
    @JiraImport LoginUriProvider loginUriProvider;
    @JiraImport OptionsManager optionsManager;
    @JiraImport PermissionManager permissionManager;
    @JiraImport PluginSettingsFactory pluginSettingsFactory;
    @JiraImport ProjectManager projectManager;
    @JiraImport SearchService searchService;
    @JiraImport StatusManager statusManager;
    @JiraImport TemplateRenderer templateRenderer;
    @JiraImport TimeZoneManager timeZoneManager;
    @JiraImport WebSudoManager webSudoManager;
    @JiraImport WorkflowManager workflowManager;
    @JiraImport WorkflowSchemeManager workflowSchemeManager;
    @JiraImport XsrfTokenAccessor xsrfTokenAccessor;
    @JiraImport XsrfTokenValidator xsrfTokenValidator;
}
