package org.decisiongates.sandbox.confluence.macro;

import java.util.List;

/**
 * A macro as the macro browser shows it. Texts are plain.
 *
 * @param label      what it is called; the raw text key when the plugin forgot the text, as in the product
 * @param categories where it is listed
 * @param icon       address below the context path; empty when it has none
 * @param help       address of its documentation; empty when it has none
 * @param hidden     not offered to authors
 * @param bodyLabel  what the body is called
 */
public record MacroDescription(String name, String label, String description, List<String> categories, String icon, String help,
        boolean hidden,
        BodyKind body, String bodyLabel, List<Parameter> parameters) {

    public MacroDescription {
        categories = List.copyOf(categories);
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter of the form.
     *
     * @param type    {@code string}, {@code enum}, {@code boolean}, {@code int}, … as the descriptor says
     * @param initial the descriptor's default
     * @param choices values of an enum
     */
    public record Parameter(String name, String label, String description, String type, boolean required, boolean hidden, String initial,
            List<Choice> choices) {

        public Parameter {
            choices = List.copyOf(choices);
        }
    }

    /** A value of an enum with its text. */
    public record Choice(String value, String label) {
    }
}
