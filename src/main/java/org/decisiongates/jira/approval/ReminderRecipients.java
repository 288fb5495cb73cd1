package org.decisiongates.jira.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.mail.MailRecipients;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationChoices;

/** Tells whom a reminder of approvals reaches. */
@JiraComponent
public class ReminderRecipients {

    /** Whose choices are read with one statement. */
    private static final int TOGETHER = 1_000;

    private final MailRecipients recipients;
    private final NotificationChoices choices;

    ReminderRecipients(MailRecipients recipients, NotificationChoices choices) {
        this.recipients = recipients;
        this.choices = choices;
    }

    /** Whether a reminder reaches anybody: Jira has a server for outgoing mail. */
    public boolean isMailOn() {
        return recipients.isMailOn();
    }

    /** Of people by user key those who get e-mails, in order. Of somebody whose choice cannot be read nobody knows that. */
    public Set<String> among(Collection<String> people) {
        List<String> some = people.stream().distinct().filter(person -> recipients.withKey(person).isPresent()).toList();
        List<String> reached = new ArrayList<>();
        for (int from = 0; from < some.size(); from += TOGETHER) {
            List<String> page = some.subList(from, Math.min(some.size(), from + TOGETHER));
            Map<String, Optional<NotificationChoice>> chosen = choices.of(page);
            page.stream().filter(person -> chosen.getOrDefault(person, Optional.of(NotificationChoice.usual(person)))
                    .filter(choice -> choice.delivery() != Delivery.OFF).isPresent()).forEach(reached::add);
        }
        return new LinkedHashSet<>(reached);
    }
}
