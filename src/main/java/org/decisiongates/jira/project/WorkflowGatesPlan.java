package org.decisiongates.jira.project;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.text.Message;

/**
 * Which gates the workflows lack that a project has for issue types of its own.
 *
 * @param additions those that the app can add
 * @param obstacles why it leaves the other workflows alone, a sentence a workflow
 * @param steps     the gates that are for somebody to add there
 */
public record WorkflowGatesPlan(List<MissingGate> additions, List<Message> obstacles, List<MissingGate> steps) {

    public WorkflowGatesPlan {
        additions = List.copyOf(additions);
        obstacles = List.copyOf(obstacles);
        steps = List.copyOf(steps);
    }

    /** What would be added, as whoever adds it has to have seen it. */
    public String seen() {
        return additions.stream()
                .map(gate -> gate.transition() + " " + gate.gate().policy() + "/" + gate.gate().gate() + " " + gate.workflow())
                .collect(Collectors.joining("; "));
    }

    /** All gates that are missing. */
    Stream<MissingGate> missing() {
        return Stream.concat(additions.stream(), steps.stream());
    }
}
