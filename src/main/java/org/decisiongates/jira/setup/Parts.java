package org.decisiongates.jira.setup;

import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** Every part of set-up, each after those it needs. */
@JiraComponent
class Parts {

    private final List<Part> inOrder;

    Parts(TypeParts types, ScreenParts screens, ScreenSchemeParts screenSchemes, WorkflowParts workflows) {
        inOrder = Stream.of(types.all(), screens.all(), screenSchemes.all(), workflows.all()).flatMap(List::stream).toList();
    }

    List<Part> inOrder() {
        return inOrder;
    }
}
