package org.decisiongates.sandbox.jira.api;

import org.decisiongates.sandbox.jira.model.Outbox;

/** {@code com.atlassian.mail.server.MailServerManager}: whether there is a server for outgoing mail. */
record SandboxMailServers(Outbox outbox) {

    public boolean isDefaultSMTPMailServerDefined() {
        return outbox.hasServer();
    }
}
