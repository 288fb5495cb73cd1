package org.decisiongates.jira.setup;

import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthRepair;
import org.decisiongates.jira.platform.issuetype.OwnScreen;

/** Puts those of the app's fields on its screens again that health finds missing, behind what is there; Jira's own fields are left. */
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
        for (OwnScreen screen : OwnScreen.values()) {
            List<String> missing = screens.missingIds(screen);
            if (!missing.isEmpty()) {
                screens.addFields(screen, missing);
            }
        }
        return Optional.empty();
    }
}
