package org.decisiongates.notification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.review.ThreadStep;

/**
 * Whom a step of a thread may concern, by user key. Whether somebody may see the issue is asked when the e-mail is made.
 *
 * @param mentioned whom its text names
 * @param owner     who is the owner of the issue
 * @param writers   who opened the thread or wrote in it before
 * @param watchers  who watches the issue
 */
public record ThreadStepRecipients(Collection<String> mentioned, Optional<String> owner, Collection<String> writers,
        Collection<String> watchers) {

    /** How many people are told of a step at most; those with a weaker reason are left out first. */
    public static final int MAX = 500;

    /** Who is told of the step, and why: the strongest reason of each. Whoever took it knows of it. */
    public Map<String, NotificationReason> of(ThreadStep step) {
        Map<String, NotificationReason> told = new LinkedHashMap<>();
        add(told, mentioned, NotificationReason.MENTIONED);
        if (step.kind().asksOwner()) {
            add(told, owner.stream().toList(), NotificationReason.OWNER_ACTION);
        }
        add(told, writers, NotificationReason.TOOK_PART);
        add(told, watchers, NotificationReason.WATCHES);
        told.remove(step.actor());
        Map<String, NotificationReason> most = new LinkedHashMap<>();
        told.entrySet().stream().limit(MAX).forEach(one -> most.put(one.getKey(), one.getValue()));
        return most;
    }

    private static void add(Map<String, NotificationReason> told, Collection<String> people, NotificationReason reason) {
        people.forEach(person -> told.putIfAbsent(person, reason));
    }
}
