package org.decisiongates.jira.project;

import java.util.List;
import java.util.stream.Stream;

import org.decisiongates.text.Message;

/**
 * What enabling a project would make and change, before anything is done.
 *
 * @param key     project key
 * @param name    project name
 * @param schemes the schemes of the project, in the order in which they are extended; none before set-up is complete
 * @param parts   what is made once for all projects
 * @param missing why no project can be enabled at all
 */
public record SetupPlan(String key, String name, List<SetupPlanLine> schemes, List<SetupPlanLine> parts, List<Message> missing) {

    public SetupPlan {
        schemes = List.copyOf(schemes);
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
    }

    /** Whether there is nothing left to do. */
    public boolean isEnabled() {
        return missing.isEmpty() && schemes.stream().allMatch(line -> line.effect() == SetupPlanLine.Effect.PRESENT);
    }

    /** Why the project cannot be enabled; none when it can be, or is. */
    public List<Message> obstacles() {
        return Stream.concat(missing.stream(), schemes.stream().flatMap(line -> line.obstacles().stream())).toList();
    }
}
