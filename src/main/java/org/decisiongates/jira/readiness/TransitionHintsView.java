package org.decisiongates.jira.readiness;

import java.util.List;

/**
 * What the app adds to the screen of a transition.
 *
 * @param elsewhere      says that what is missing is not entered on this screen
 * @param missingEntries what refuses the transition until it is entered in the record of the issue
 * @param title          says that it is advice
 * @param hints          what is advised
 * @param successorField id of the field that names a successor by its key; empty text where none does
 */
public record TransitionHintsView(String elsewhere, List<HintView> missingEntries, String title, List<HintView> hints,
        String successorField) {

    public TransitionHintsView {
        missingEntries = List.copyOf(missingEntries);
        hints = List.copyOf(hints);
    }
}
