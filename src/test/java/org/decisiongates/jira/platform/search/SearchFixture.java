package org.decisiongates.jira.platform.search;

import static org.mockito.Mockito.mock;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;

/** Makes what other packages only get from the container. */
public final class SearchFixture {

    private SearchFixture() {
    }

    public static Searches searches(SearchService search) {
        return new Searches(search);
    }

    /** All of a project. */
    public static Visibility whole(ResolvedScope scope, ApplicationUser reader) {
        return Visibility.whole(scope, reader, scope.project().orElseThrow().getId());
    }

    /** Of an installation in which no project uses types of its own. */
    public static IssueTypeJql types(PluginSettingsFactory settings) {
        return new IssueTypeJql(IssueTypeFixture.ownIssueTypes(settings), IssueTypeFixture.typeMaps(settings), mock(IssueTypeManager.class),
                mock(ProjectManager.class), mock(PermissionManager.class));
    }

    public static ScopeResolver scopes(SearchService search) {
        return new ScopeResolver(new Searches(search));
    }
}
