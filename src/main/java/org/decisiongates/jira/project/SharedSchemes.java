package org.decisiongates.jira.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.jira.project.Project;

import org.decisiongates.text.Message;

/** Finds whether extending a scheme would change other projects. */
final class SharedSchemes {

    private static final int MAX_NAMED = 10;

    private SharedSchemes() {
    }

    /** An obstacle when {@code users} of the scheme are others than {@code project}. */
    static Optional<Message> obstacle(String scheme, Collection<Project> users, Project project) {
        List<String> others = users.stream().filter(user -> !user.getId().equals(project.getId())).map(Project::getKey).sorted().toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String named = others.stream().limit(MAX_NAMED).collect(Collectors.joining(", ")) + (others.size() > MAX_NAMED ? ", …" : "");
        return Optional.of(Message.of("decision-gates.jira.project.shared-scheme", scheme, named));
    }
}
