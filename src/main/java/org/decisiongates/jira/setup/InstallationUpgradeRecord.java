package org.decisiongates.jira.setup;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnScreen;

/**
 * What was added to screens, workflows and policies that an earlier version made, so that it can be taken back; stored in the product's
 * settings, which every node reads. Recorded before it is done: what was recorded and not done is recognised, and taken from the record.
 */
@JiraComponent
class InstallationUpgradeRecord {

    private static final String KEY = "org.decisiongates.decision-gates:upgrade";
    private static final String WORKFLOW = "workflow ";
    private static final String POLICY = "policy ";
    private static final String FIELD = "field ";

    private final PluginSettingsFactory settings;

    InstallationUpgradeRecord(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    void add(OwnIssueType type, List<WorkflowTransitionUpgrade> additions) {
        add(additions.stream().map(addition -> WORKFLOW + type.key() + " " + addition.write()).toList());
    }

    /** @param version of the policy that the addition made */
    void add(String policy, int version) {
        add(List.of(POLICY + policy + " " + version));
    }

    /** @param fields ids of the fields that the screen is given */
    void add(OwnScreen screen, List<String> fields) {
        add(fields.stream().map(field -> FIELD + screen.thing() + " " + field).toList());
    }

    private void add(List<String> more) {
        Set<String> lines = new LinkedHashSet<>(lines());
        lines.addAll(more);
        settings.createGlobalSettings().put(KEY, String.join("\n", lines));
    }

    List<WorkflowTransitionUpgrade> workflow(OwnIssueType type) {
        String prefix = WORKFLOW + type.key() + " ";
        return lines().stream().filter(line -> line.startsWith(prefix))
                .map(line -> WorkflowTransitionUpgrade.read(line.substring(prefix.length())))
                .toList();
    }

    /** The newest version of the policy that an addition made. */
    Optional<Integer> policy(String policy) {
        String prefix = POLICY + policy + " ";
        return lines().stream().filter(line -> line.startsWith(prefix)).map(line -> Integer.valueOf(line.substring(prefix.length())))
                .max(Integer::compare);
    }

    /** Ids of the fields that the screen was given. */
    List<String> fields(OwnScreen screen) {
        String prefix = FIELD + screen.thing() + " ";
        return lines().stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length())).toList();
    }

    boolean isEmpty() {
        return lines().isEmpty();
    }

    void remove(OwnIssueType type) {
        removeAll(line -> line.startsWith(WORKFLOW + type.key() + " "));
    }

    void remove(OwnIssueType type, List<WorkflowTransitionUpgrade> some) {
        if (!some.isEmpty()) {
            Set<String> lines = some.stream().map(addition -> WORKFLOW + type.key() + " " + addition.write()).collect(Collectors.toSet());
            removeAll(lines::contains);
        }
    }

    void remove(OwnScreen screen) {
        removeAll(line -> line.startsWith(FIELD + screen.thing() + " "));
    }

    void remove(String policy, int version) {
        removeAll(line -> line.equals(POLICY + policy + " " + version));
    }

    private void removeAll(Predicate<String> which) {
        String left = lines().stream().filter(which.negate()).collect(Collectors.joining("\n"));
        if (left.isEmpty()) {
            settings.createGlobalSettings().remove(KEY);
        } else {
            settings.createGlobalSettings().put(KEY, left);
        }
    }

    private List<String> lines() {
        return Optional.ofNullable(settings.createGlobalSettings().get(KEY)).map(Object::toString).stream()
                .flatMap(text -> Arrays.stream(text.split("\n"))).filter(line -> !line.isEmpty()).toList();
    }
}
