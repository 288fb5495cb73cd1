package org.decisiongates.jira.approval;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.approval.ApprovalChainVerifier.Broken;
import org.decisiongates.text.NamedValues;

/** How far approvals have been verified, stored in the product's settings so that every node can go on. */
@JiraComponent
class StoredApprovalVerification {

    private static final String SETTING = "org.decisiongates.decision-gates:approvals.verified";
    private static final String AFTER = "after";
    private static final String STARTED = "started";
    private static final String ENDED = "ended";
    private static final String BROKEN = "broken";

    private final PluginSettingsFactory settings;

    StoredApprovalVerification(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** Empty before the first run. */
    Optional<ApprovalVerification> stored() {
        return Optional.ofNullable(settings.createGlobalSettings().get(SETTING)).map(Object::toString).map(NamedValues::read)
                .map(members -> new ApprovalVerification(Long.parseLong(members.getOrDefault(AFTER, "0")),
                        Instant.ofEpochMilli(Long.parseLong(members.getOrDefault(STARTED, "0"))),
                        Optional.ofNullable(members.get(ENDED)).map(at -> Instant.ofEpochMilli(Long.parseLong(at))),
                        broken(members.getOrDefault(BROKEN, ""))));
    }

    void put(ApprovalVerification verification) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(AFTER, Long.toString(verification.after()));
        members.put(STARTED, Long.toString(verification.startedAt().toEpochMilli()));
        verification.endedAt().ifPresent(at -> members.put(ENDED, Long.toString(at.toEpochMilli())));
        members.put(BROKEN, verification.broken().stream().map(one -> one.issueId() + ":" + one.step()).collect(Collectors.joining(" ")));
        settings.createGlobalSettings().put(SETTING, NamedValues.write(members));
    }

    private static List<Broken> broken(String text) {
        return text.isEmpty() ? List.of()
                : Arrays.stream(text.split(" ")).map(one -> one.split(":"))
                        .map(parts -> new Broken(Long.parseLong(parts[0]), Integer.parseInt(parts[1]))).toList();
    }
}
