package org.decisiongates.sandbox.jira.api;

import com.atlassian.mail.Email;
import com.atlassian.mail.queue.MailQueueItem;
import com.atlassian.mail.queue.SingleMailQueueItem;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.Outbox;

/** {@code com.atlassian.mail.queue.MailQueue}: nothing is sent, all of it can be read. */
record SandboxMailQueue(Outbox outbox) {

    public void addItem(MailQueueItem item) {
        if (!(item instanceof SingleMailQueueItem single)) {
            throw new NotInSandbox(item.getClass(), "send");
        }
        Email email = single.getEmail();
        outbox.put(new Outbox.Mail(email.getTo(), email.getSubject(), email.getMimeType(), email.getEncoding(), email.getBody()));
    }
}
