package org.decisiongates.jira.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.text.Message;

/** Puts fields on the app's screens that this version has there, and takes them away again. */
@JiraComponent
class ScreenUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenUpgrade.class);
    private static final String FIELD = "decision-gates.jira.admin.upgrade.field";

    private final ScreenSteps screens;
    private final InstallationUpgradeRecord record;
    private final AuditLog log;

    ScreenUpgrade(ScreenSteps screens, InstallationUpgradeRecord record, AuditLog log) {
        this.screens = screens;
        this.record = record;
        this.log = log;
    }

    List<Message> additions() {
        return Arrays.stream(OwnScreen.values()).flatMap(screen -> screens.missing(screen).stream().map(field -> said(screen, field)))
                .toList();
    }

    /** Adds what is listed and nothing else: a field of Jira that an administrator took off a screen stays off. */
    void apply() {
        Arrays.stream(OwnScreen.values()).filter(screen -> !screens.missing(screen).isEmpty()).forEach(screen -> {
            String added = shown(screen, screens.missing(screen));
            List<String> ids = screens.missingIds(screen);
            record.add(screen, ids);
            screens.addFields(screen, ids);
            log.record(new ConfigurationChange("screens-upgraded", Optional.empty(), "", added));
            LOG.info("fields of this version are put on a screen: {}", added);
        });
    }

    List<Message> undoList() {
        return Arrays.stream(OwnScreen.values())
                .flatMap(screen -> screens.namesOn(screen, record.fields(screen)).stream().map(field -> said(screen, field))).toList();
    }

    /** Whatever is typed into a field stays stored, and is shown again once the field is on the screen again. */
    void takeBack() {
        Arrays.stream(OwnScreen.values()).forEach(screen -> {
            List<String> there = screens.namesOn(screen, record.fields(screen));
            screens.removeFields(screen, record.fields(screen));
            record.remove(screen);
            if (!there.isEmpty()) {
                String removed = shown(screen, there);
                log.record(new ConfigurationChange("screens-upgrade-undone", Optional.empty(), removed, ""));
                LOG.info("fields of this version are taken from a screen: {}", removed);
            }
        });
    }

    private String shown(OwnScreen screen, List<String> names) {
        return screens.nameOf(screen) + ": " + String.join(", ", names);
    }

    private Message said(OwnScreen screen, String field) {
        return Message.of(FIELD, screens.nameOf(screen), field);
    }
}
