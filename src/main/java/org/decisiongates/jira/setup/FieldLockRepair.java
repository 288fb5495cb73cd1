package org.decisiongates.jira.setup;

import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthRepair;

/** Locks those of the app's fields that are not. */
@JiraComponent
class FieldLockRepair implements HealthRepair {

    static final String KEY = "lock-fields";

    private final FieldLocks locks;

    FieldLockRepair(FieldLocks locks) {
        this.locks = locks;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<String> repair() {
        String faults = locks.lockable().stream().filter(field -> !locks.isLocked(field)).flatMap(field -> locks.lock(field).stream())
                .collect(Collectors.joining("; "));
        return Optional.of(faults).filter(text -> !text.isEmpty());
    }
}
