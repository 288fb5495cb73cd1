package org.decisiongates.jira.admin;

import java.util.List;

/**
 * The issue types that a project uses as Decisions and Blockers, as the template sees them.
 *
 * @param project project key
 * @param state   what it uses now, since when and by whom, a sentence a type
 * @param todo    what is still to do for the types that it uses
 * @param gates   the gates of their workflows; none where there is nothing to say
 * @param choices what it could use, one a type of the app
 * @param plans   what the choice would do; none before somebody has asked for it
 */
public record ProjectTypesView(String project, List<String> state, List<ManualSetupStepView> todo, List<WorkflowGatesView> gates,
        List<IssueTypeChoiceView> choices, List<IssueTypeMapPlanView> plans) {

    public ProjectTypesView {
        state = List.copyOf(state);
        todo = List.copyOf(todo);
        gates = List.copyOf(gates);
        choices = List.copyOf(choices);
        plans = List.copyOf(plans);
    }
}
