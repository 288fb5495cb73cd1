package org.decisiongates.jira.setup;

import java.util.Arrays;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthRepair;
import org.decisiongates.jira.platform.issuetype.OwnScreen;

/** Puts the app's fields on the app's screens again, behind what is there. */
@JiraComponent
class ScreenRepair implements HealthRepair {

    static final String KEY = "screens";

    private final ScreenSteps screens;

    ScreenRepair(ScreenSteps screens) {
        this.screens = screens;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<String> repair() {
        Arrays.stream(OwnScreen.values()).filter(screen -> !screens.missing(screen).isEmpty()).forEach(screens::addFields);
        return Optional.empty();
    }
}
