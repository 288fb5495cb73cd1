package org.decisiongates.sandbox.jira.model.jql;

import java.util.List;

/** What a field is compared with. */
public sealed interface Operand {

    /** A word, a number or a quoted text. */
    record Value(String text) implements Operand {
    }

    /** {@code EMPTY} or {@code NULL}. */
    record Empty() implements Operand {
    }

    /** A call such as {@code startOfWeek("-1w")}. */
    record Call(String name, List<String> arguments) implements Operand {
    }

    /** A list in parentheses. */
    record Several(List<Operand> parts) implements Operand {
    }
}
