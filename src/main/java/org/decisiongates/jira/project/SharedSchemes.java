package org.decisiongates.jira.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;

import org.decisiongates.text.Message;

/** Finds whether extending a scheme would change other projects. */
final class SharedSchemes {

    private static final int MAX_NAMED = 10;

    private SharedSchemes() {
    }

    /** Extending a scheme with these {@code users}; {@code obstacles} are others than that it is shared. */
    static SetupPlanLine changed(SetupPlanLine.Kind kind, String scheme, Collection<Project> users, Project project,
            List<Message> obstacles) {
        List<String> others = others(users, project);
        return new SetupPlanLine(kind, scheme, SetupPlanLine.Effect.CHANGED, others.stream().limit(MAX_NAMED).toList(), others.size(),
                Stream.concat(obstacles.stream(), obstacle(scheme, users, project).stream()).toList());
    }

    /** An obstacle when {@code users} of the scheme are others than {@code project}. */
    static Optional<Message> obstacle(String scheme, Collection<Project> users, Project project) {
        List<String> others = others(users, project);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String named = others.stream().limit(MAX_NAMED).collect(Collectors.joining(", ")) + (others.size() > MAX_NAMED ? ", …" : "");
        return Optional.of(Message.of("decision-gates.jira.project.shared-scheme", scheme, named));
    }

    private static List<String> others(Collection<Project> users, Project project) {
        return users.stream().filter(user -> !user.getId().equals(project.getId())).map(Project::getKey).sorted().toList();
    }
}
