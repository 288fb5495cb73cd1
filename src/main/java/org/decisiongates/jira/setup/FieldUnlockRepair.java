package org.decisiongates.jira.setup;

import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthRepair;
import org.decisiongates.text.Message;

/** Unlocks the app's fields, for an administrator who wants to change them on Jira's pages. */
@JiraComponent
class FieldUnlockRepair implements HealthRepair {

    static final String KEY = "unlock-fields";
    private static final String TEXT = "decision-gates.jira.health.offer.unlock-fields";

    private final FieldLocks locks;

    FieldUnlockRepair(FieldLocks locks) {
        this.locks = locks;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<String> repair() {
        String faults = locks.lockable().stream().filter(locks::isLocked).flatMap(field -> locks.unlock(field).stream())
                .collect(Collectors.joining("; "));
        return Optional.of(faults).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<Offer> offer() {
        long locked = locks.lockable().stream().filter(locks::isLocked).count();
        return locked == 0 ? Optional.empty()
                : Optional.of(new Offer(Message.of(TEXT, locked), Message.of(TEXT + ".button")));
    }
}
