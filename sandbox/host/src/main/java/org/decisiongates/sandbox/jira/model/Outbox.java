package org.decisiongates.sandbox.jira.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What would be mailed. A mail that no server of mail would take is refused. */
public final class Outbox {

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private volatile boolean server = true;

    /** A mail with one body. */
    public record Mail(String to, String subject, String mimeType, String encoding, String body) {
    }

    public void put(Mail mail) {
        if (mail.to() == null || !mail.to().contains("@") || mail.subject() == null || mail.subject().matches("(?s).*[\r\n].*")
                || mail.body() == null) {
            throw new IllegalArgumentException("no mail: " + mail);
        }
        mails.add(mail);
    }

    /** Whether there is a server that would send them; so it is unless a test says otherwise. */
    public boolean hasServer() {
        return server;
    }

    public void server(boolean there) {
        server = there;
    }

    /** All of them, in the order in which they came. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }
}
