package org.decisiongates.jira.project;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.Message;

/** What schemes of projects have in common: their names, and whether changing one would change other projects. */
final class SharedSchemes {

    /** The description of every scheme that the app makes. */
    static final String MADE_BY_THE_APP = "Made by Decision Gates.";

    private static final int MAX_NAMED = 10;

    private SharedSchemes() {
    }

    /** Extending a scheme with these {@code users} for the types it lacks; {@code obstacles} are others than that it is shared. */
    static SetupPlanLine changed(SetupPlanLine.Kind kind, String scheme, List<OwnIssueType> types, Collection<Project> users,
            Project project, List<Message> obstacles) {
        List<String> others = others(users, project);
        return new SetupPlanLine(kind, scheme, SetupPlanLine.Effect.CHANGED, types, others.stream().limit(MAX_NAMED).toList(),
                others.size(),
                Stream.concat(obstacles.stream(), obstacle(scheme, users, project).stream()).toList());
    }

    /** An obstacle when {@code users} of the scheme are others than {@code project}. */
    static Optional<Message> obstacle(String scheme, Collection<Project> users, Project project) {
        return named(users, project).map(named -> Message.of("decision-gates.jira.project.shared-scheme", scheme, named));
    }

    /** Why a scheme is left as it is: others than {@code project} use it. */
    static Optional<Message> leftToOthers(String scheme, Collection<Project> users, Project project) {
        return named(users, project).map(named -> Message.of("decision-gates.jira.project.left-shared", scheme, named));
    }

    /** A scheme that is left as it is, since somebody has changed it. */
    static Optional<Message> leftChanged(String scheme) {
        return Optional.of(Message.of("decision-gates.jira.project.left-changed", scheme));
    }

    /** The plural of what a project gets: one of them where it uses a type of its own for the other. */
    static String plural(List<OwnIssueType> types) {
        return types.stream().map(type -> type.label() + "s").collect(Collectors.joining(" and "));
    }

    /** {@code wanted}, or the first variant of it that is not taken. */
    static String freeName(String wanted, Predicate<String> taken) {
        String name = wanted;
        for (int number = 2; taken.test(name); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    private static Optional<String> named(Collection<Project> users, Project project) {
        List<String> others = others(users, project);
        return others.isEmpty() ? Optional.empty()
                : Optional.of(others.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                        + (others.size() > MAX_NAMED ? ", \u2026" : ""));
    }

    private static List<String> others(Collection<Project> users, Project project) {
        return users.stream().filter(user -> !user.getId().equals(project.getId())).map(Project::getKey).sorted().toList();
    }
}
