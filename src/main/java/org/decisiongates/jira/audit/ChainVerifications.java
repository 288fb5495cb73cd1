package org.decisiongates.jira.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.text.NamedValues;

/** How far the journals of gates have been verified, stored in the product's settings so that every node can go on. */
@JiraComponent
class ChainVerifications {

    private static final String PREFIX = "org.decisiongates.decision-gates:audit.verified.";
    private static final String AFTER = "after";
    private static final String STARTED = "started";
    private static final String ENDED = "ended";
    private static final String FAULT = "fault";
    private static final String POSITION = "position";

    private final PluginSettingsFactory settings;

    ChainVerifications(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** Empty before the first link of the project was verified. */
    Optional<ChainVerification> of(long projectId) {
        return Optional.ofNullable(settings.createGlobalSettings().get(PREFIX + projectId)).map(Object::toString).map(NamedValues::read)
                .map(members -> new ChainVerification(number(members, AFTER), Instant.ofEpochMilli(number(members, STARTED)),
                        Optional.ofNullable(members.get(ENDED)).map(at -> Instant.ofEpochMilli(Long.parseLong(at))),
                        members.getOrDefault(FAULT, ""), number(members, POSITION)));
    }

    void put(long projectId, ChainVerification verification) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(AFTER, Long.toString(verification.after()));
        members.put(STARTED, Long.toString(verification.startedAt().toEpochMilli()));
        members.put(ENDED, verification.endedAt().map(at -> Long.toString(at.toEpochMilli())).orElse(""));
        members.put(FAULT, verification.fault());
        members.put(POSITION, Long.toString(verification.position()));
        settings.createGlobalSettings().put(PREFIX + projectId, NamedValues.write(members));
    }

    private static long number(Map<String, String> members, String name) {
        return Long.parseLong(members.getOrDefault(name, "0"));
    }
}
