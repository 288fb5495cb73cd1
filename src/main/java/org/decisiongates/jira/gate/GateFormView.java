package org.decisiongates.jira.gate;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * The form by which an administrator says what a gate asks for.
 *
 * @param rulesName the name under which chosen rules are submitted
 * @param policy    the gate of a policy in place of rules; without choices while there is no policy
 * @param fault     what is wrong with the gate as a whole; empty text for nothing
 * @param offScreen that the screen of the transition lacks fields; empty text where it does not
 * @param additions ways to put them on the screen
 * @param lists     the rules of the gate, and those that can be added
 */
public record GateFormView(String rulesName, SettingView policy, String fault, String offScreen, List<LinkView> additions,
        List<RuleListView> lists) {

    public GateFormView {
        additions = List.copyOf(additions);
        lists = List.copyOf(lists);
    }
}
