package org.decisiongates.jira.blocker;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * The form that raises a Blocker, as its template sees it.
 *
 * @param action   where the form is sent
 * @param issue    key of the issue that is blocked
 * @param back     leads to that issue
 * @param messages what is wrong with the whole
 * @param raised   leads to the Blocker that is there, where something else could not be done; none otherwise
 * @param inputs   what is asked; none where nobody can raise a Blocker from here, which {@code messages} explain
 * @param plan     what is asked of a Blocker that customers notice
 */
public record RaiseBlockerView(String tokenName, String tokenValue, String action, String issue, LinkView back, List<String> messages,
        List<LinkView> raised, List<BlockerInputView> inputs, List<BlockerInputView> plan) {

    public RaiseBlockerView {
        messages = List.copyOf(messages);
        raised = List.copyOf(raised);
        inputs = List.copyOf(inputs);
        plan = List.copyOf(plan);
    }
}
