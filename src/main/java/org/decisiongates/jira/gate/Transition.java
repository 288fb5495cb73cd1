package org.decisiongates.jira.gate;

import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.opensymphony.workflow.WorkflowContext;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

/**
 * A transition as the workflow engine hands it to a validator.
 *
 * @param issue    the issue with the edits of the screen in it; without an id when it is being created
 * @param original the issue as it was; empty when it is being created
 * @param action   the transition in its workflow
 * @param actor    user key of who moves it; empty text for nobody logged in
 * @param comment  what is being written with it; empty text for nothing
 */
record Transition(Issue issue, Optional<Issue> original, ActionDescriptor action, String actor, String comment) {

    /** Reads the engine's variables; throws when they are not those of a transition. */
    static Transition of(Map<?, ?> variables) {
        Issue issue = issue(variables);
        int actionId = actionId(variables);
        WorkflowDescriptor workflow = required(variables, "descriptor", WorkflowDescriptor.class);
        // older versions of the engine keep the transition that creates apart from the others
        ActionDescriptor action = workflow.getAction(actionId) == null ? workflow.getInitialAction(actionId) : workflow.getAction(actionId);
        if (action == null) {
            throw new IllegalArgumentException("the workflow has no transition " + actionId);
        }
        Optional<Issue> original = variables.get("originalissueobject") instanceof Issue before ? Optional.of(before) : Optional.empty();
        String comment = variables.get("comment") instanceof String written ? written : "";
        return new Transition(issue, original, action, actor(variables), comment);
    }

    /** The issue at hand; throws when there is none. */
    static Issue issue(Map<?, ?> variables) {
        return required(variables, "issue", Issue.class);
    }

    /** The id of the transition in its workflow; throws when there is none. */
    static int actionId(Map<?, ?> variables) {
        return required(variables, "actionId", Integer.class);
    }

    /** User key of who asked for the transition; the acting user, who need not be the one logged in. */
    static String actor(Map<?, ?> variables) {
        return variables.get("context") instanceof WorkflowContext context && context.getCaller() != null ? context.getCaller() : "";
    }

    /**
     * The arguments of a gate as the workflow stores them, where the engine has read a variable in them: it hands over what it made of
     * it, and whatever that is, a gate must not be asked by it. Else what was handed over.
     */
    Map<?, ?> arguments(Map<?, ?> handedOver) {
        return StoredGates.of(action).filter(GateArguments::holdVariables).findFirst().orElse(handedOver);
    }

    boolean creates() {
        return issue.getId() == null;
    }

    private static <T> T required(Map<?, ?> variables, String name, Class<T> type) {
        Object value = variables.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("the workflow engine gave no " + name);
        }
        return type.cast(value);
    }
}
