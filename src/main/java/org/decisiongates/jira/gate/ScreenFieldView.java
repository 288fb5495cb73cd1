package org.decisiongates.jira.gate;

import java.util.List;

/**
 * Whether a field is to be put on a screen, as its template sees it.
 *
 * @param problem  what is wrong with what was asked for; empty text for nothing
 * @param done     what was done, or was so before; empty text for nothing
 * @param question what is to be confirmed; empty text for nothing
 * @param users    what shows the screen
 * @param screen   id of the screen
 * @param field    id of the field
 */
public record ScreenFieldView(String problem, String done, String question, List<String> users, String screen, String field,
        String tokenName, String tokenValue) {

    public ScreenFieldView {
        users = List.copyOf(users);
    }
}
