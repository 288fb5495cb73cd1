package org.decisiongates.jira.gate;

import java.util.List;

/**
 * One value in the form: a list to choose from when there are choices, else an input.
 *
 * @param hint         how it is typed; empty text where that is plain
 * @param fault        what is wrong with the value; empty text for nothing
 * @param severalLines whether the value may have several lines
 * @param several      whether more than one of the choices can be chosen
 * @param picker       what a script finds names of: {@code people}, {@code groups}, or {@code list} for the suggestions; empty text for
 *                     nothing
 * @param suggestions  names that can be typed
 * @param check        what a script checks of the value: {@code number 1 20}, {@code decimal 0}, {@code day 0}; empty text for nothing
 * @param complaint    what it says then, with U+FFFC in place of the value
 */
public record SettingView(String inputName, String label, String value, List<ChoiceView> choices, String hint, String fault,
        boolean severalLines, boolean several, String picker, List<String> suggestions, String check, String complaint) {

    public SettingView {
        choices = List.copyOf(choices);
        suggestions = List.copyOf(suggestions);
    }

    static SettingView ofOneLine(String inputName, String label, String value) {
        return new SettingView(inputName, label, value, List.of(), "", "", false, false, "", List.of(), "", "");
    }
}
