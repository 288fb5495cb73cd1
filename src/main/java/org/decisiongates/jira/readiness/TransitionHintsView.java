package org.decisiongates.jira.readiness;

import java.util.List;

/**
 * What the app adds to the screen of a transition.
 *
 * @param title          says that it is advice
 * @param hints          what is advised
 * @param successorField id of the field that names a successor by its key; empty text where none does
 */
public record TransitionHintsView(String title, List<HintView> hints, String successorField) {

    public TransitionHintsView {
        hints = List.copyOf(hints);
    }
}
