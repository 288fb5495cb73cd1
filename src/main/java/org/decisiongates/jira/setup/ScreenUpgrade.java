package org.decisiongates.jira.setup;

import java.util.Arrays;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.text.Message;

/** Puts fields on the app's screens that this version has there, and takes them away again. */
@JiraComponent
class ScreenUpgrade {

    private static final String FIELD = "decision-gates.jira.admin.upgrade.field";

    private final ScreenSteps screens;
    private final InstallationUpgradeRecord record;

    ScreenUpgrade(ScreenSteps screens, InstallationUpgradeRecord record) {
        this.screens = screens;
        this.record = record;
    }

    List<Message> additions() {
        return Arrays.stream(OwnScreen.values()).flatMap(screen -> screens.missing(screen).stream().map(field -> said(screen, field)))
                .toList();
    }

    void apply() {
        Arrays.stream(OwnScreen.values()).filter(screen -> !screens.missing(screen).isEmpty()).forEach(screen -> {
            record.add(screen, screens.missingIds(screen));
            screens.addFields(screen);
        });
    }

    List<Message> undoList() {
        return Arrays.stream(OwnScreen.values())
                .flatMap(screen -> screens.namesOn(screen, record.fields(screen)).stream().map(field -> said(screen, field))).toList();
    }

    /** Whatever is typed into a field stays stored, and is shown again once the field is on the screen again. */
    void takeBack() {
        Arrays.stream(OwnScreen.values()).forEach(screen -> {
            screens.removeFields(screen, record.fields(screen));
            record.remove(screen);
        });
    }

    private Message said(OwnScreen screen, String field) {
        return Message.of(FIELD, screens.nameOf(screen), field);
    }
}
