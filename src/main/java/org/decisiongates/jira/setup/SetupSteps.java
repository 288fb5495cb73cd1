package org.decisiongates.jira.setup;

import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** Every part of set-up, each after those it needs. */
@JiraComponent
class SetupSteps {

    private final List<SetupStep> inOrder;

    SetupSteps(TypeSteps types, ScreenSteps screens, ScreenSchemeSteps screenSchemes, PolicySteps policies, WorkflowSteps workflows,
            FieldLocks locks) {
        inOrder = Stream.of(types.all(), screens.all(), screenSchemes.all(), policies.all(), workflows.all(), locks.all())
                .flatMap(List::stream)
                .toList();
    }

    List<SetupStep> inOrder() {
        return inOrder;
    }
}
