package org.decisiongates.jira.project;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.decisiongates.jira.project.SetupPlanLine.Effect;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.jira.setup.SetupPart;
import org.decisiongates.text.KebabCase;

/** What set-up makes for all projects, as lines of a plan. */
final class SetupPlanParts {

    private SetupPlanParts() {
    }

    /** The line of a part; empty for details, such as icons and options, that go with another part. */
    static Optional<SetupPlanLine> line(SetupPart part) {
        String[] words = part.thing().split("\\.");
        if (words.length != 2) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values()).filter(kind -> KebabCase.of(kind).equals(words[0])).findFirst()
                .map(kind -> new SetupPlanLine(kind, part.name(), effect(part.state()), List.of(), List.of(), 0, List.of()));
    }

    private static Effect effect(SetupPart.State state) {
        return switch (state) {
            case MISSING -> Effect.MADE;
            case MADE -> Effect.PRESENT;
            case REMOVED -> Effect.REMOVED;
        };
    }
}
