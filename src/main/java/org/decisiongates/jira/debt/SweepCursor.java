package org.decisiongates.jira.debt;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.debt.CompletedDebtSweeps;
import org.decisiongates.text.NamedValues;

/** How far the sweep has come, stored in the product's settings so that every node can go on. */
@JiraComponent
class SweepCursor implements CompletedDebtSweeps {

    private static final String KEY = "org.decisiongates.decision-gates:debt.sweep";
    private static final String SEEN = "org.decisiongates.decision-gates:debt.swept";
    private static final String CHANGED = "org.decisiongates.decision-gates:debt.people-changed";

    private static final String BETWEEN = ",";

    private final PluginSettingsFactory settings;

    SweepCursor(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /**
     * A place in a sweep, which goes by project id, then by issue id.
     *
     * @param startedAt when it began
     * @param policies  what was in force then, as a hash
     * @param project   id of the project it is in
     * @param issue     id of the last issue that it looked at there; 0 for none
     * @param done      whether it has come to its end
     */
    record Place(Instant startedAt, String policies, long project, long issue, boolean done) {

        /** Before the first sweep. */
        static final Place NEVER = new Place(Instant.EPOCH, "", 0, 0, true);

        Place at(long otherProject, long otherIssue) {
            return new Place(startedAt, policies, otherProject, otherIssue, false);
        }

        Place ended() {
            return new Place(startedAt, policies, 0, 0, true);
        }
    }

    @Override
    public boolean hasLookedAt(long projectId) {
        return seen().contains(projectId);
    }

    /**
     * Records that a project was looked at as a whole.
     *
     * @param enabled ids of the projects that use the app; others are forgotten
     */
    void seen(long projectId, Set<Long> enabled) {
        Set<Long> before = seen();
        Set<Long> seen = new TreeSet<>(before);
        seen.add(projectId);
        seen.retainAll(enabled);
        if (!seen.equals(before)) {
            write(seen);
        }
    }

    @Override
    public void startOver(long projectId, Instant now) {
        Set<Long> seen = new TreeSet<>(seen());
        if (seen.remove(projectId)) {
            write(seen);
        }
        changed(now);
    }

    private void write(Set<Long> seen) {
        settings.createGlobalSettings().put(SEEN, seen.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN)));
    }

    private Set<Long> seen() {
        Object stored = settings.createGlobalSettings().get(SEEN);
        return stored == null ? Set.of()
                : Arrays.stream(stored.toString().split(BETWEEN)).filter(id -> !id.isEmpty()).map(Long::valueOf)
                        .collect(Collectors.toSet());
    }

    /** Records that people or the issue types of projects have changed: a sweep that began before has to be done again. */
    void changed(Instant now) {
        settings.createGlobalSettings().put(CHANGED, Long.toString(now.toEpochMilli()));
    }

    /** When that was last. */
    Instant changedAt() {
        Object stored = settings.createGlobalSettings().get(CHANGED);
        return stored == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(stored.toString()));
    }

    Place read() {
        Object stored = settings.createGlobalSettings().get(KEY);
        if (stored == null) {
            return Place.NEVER;
        }
        Map<String, String> members = NamedValues.read(stored.toString());
        return new Place(Instant.ofEpochMilli(number(members, "startedAt")), members.getOrDefault("policies", ""),
                number(members, "project"), number(members, "issue"), members.getOrDefault("done", "").equals("true"));
    }

    void write(Place place) {
        settings.createGlobalSettings().put(KEY, NamedValues.write(Map.of("startedAt", Long.toString(place.startedAt().toEpochMilli()),
                "policies", place.policies(), "project", Long.toString(place.project()), "issue", Long.toString(place.issue()), "done",
                Boolean.toString(place.done()))));
    }

    private static long number(Map<String, String> members, String name) {
        return Long.parseLong(members.getOrDefault(name, "0"));
    }
}
