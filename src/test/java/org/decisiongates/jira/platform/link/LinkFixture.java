package org.decisiongates.jira.platform.link;

import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;

/** Makes what other packages only get from the container. */
public final class LinkFixture {

    private LinkFixture() {
    }

    public static SupersedingLinks superseding(IssueLinkManager links, IssueLinkTypeManager types, PluginSettingsFactory settings) {
        return new SupersedingLinks(links, types, new IssueLinkCreator(links), IssueTypeFixture.memory(settings));
    }

    public static ScopeChangeLinks scopeChanges(IssueLinkManager links, IssueLinkTypeManager types, PluginSettingsFactory settings) {
        return new ScopeChangeLinks(links, types, new IssueLinkCreator(links), IssueTypeFixture.memory(settings));
    }
}
