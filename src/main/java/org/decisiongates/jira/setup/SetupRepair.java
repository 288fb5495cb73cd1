package org.decisiongates.jira.setup;

import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthRepair;

/** Makes what set-up has not made yet. */
@JiraComponent
class SetupRepair implements HealthRepair {

    static final String KEY = "set-up";

    private final Setup setUp;

    SetupRepair(Setup setUp) {
        this.setUp = setUp;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<String> repair() {
        return setUp.run();
    }
}
