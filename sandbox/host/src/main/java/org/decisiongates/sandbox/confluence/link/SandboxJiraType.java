package org.decisiongates.sandbox.confluence.link;

import java.net.URI;

import com.atlassian.applinks.api.application.jira.JiraApplicationType;

import org.decisiongates.sandbox.host.NotInSandbox;

/** The kind of application at the other end of every link here. */
final class SandboxJiraType implements JiraApplicationType {

    @Override
    public String getI18nKey() {
        throw new NotInSandbox(JiraApplicationType.class, "getI18nKey()");
    }

    @Override
    public URI getIconUrl() {
        throw new NotInSandbox(JiraApplicationType.class, "getIconUrl()");
    }
}
