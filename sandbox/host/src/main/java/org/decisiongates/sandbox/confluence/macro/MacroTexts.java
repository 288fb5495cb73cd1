package org.decisiongates.sandbox.confluence.macro;

import org.decisiongates.sandbox.host.Texts;

/** The texts of one macro, under the fixed keys the macro browser looks up. */
final class MacroTexts {

    private final Texts texts;
    private final String stem;

    MacroTexts(Texts texts, String pluginKey, String macro) {
        this.texts = texts;
        this.stem = pluginKey + "." + macro + ".";
    }

    String label() {
        return texts.text(stem + "label");
    }

    String description() {
        return orEmpty("desc");
    }

    String bodyLabel() {
        return orEmpty("body.label");
    }

    String parameterLabel(String parameter) {
        return texts.text(stem + "param." + parameter + ".label");
    }

    String parameterDescription(String parameter) {
        return orEmpty("param." + parameter + ".desc");
    }

    String choice(String parameter, String value) {
        String label = orEmpty("param." + parameter + "." + value + ".label");
        return label.isEmpty() ? value : label;
    }

    private String orEmpty(String end) {
        return texts.knows(stem + end) ? texts.text(stem + end) : "";
    }
}
