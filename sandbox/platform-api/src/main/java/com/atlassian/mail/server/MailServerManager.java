package com.atlassian.mail.server;

public interface MailServerManager {
    boolean isDefaultSMTPMailServerDefined();
}
