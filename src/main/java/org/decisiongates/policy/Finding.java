package org.decisiongates.policy;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.text.Message;

/**
 * One thing a rule has to say about an issue. No text and no markup: the adapter translates, and puts the name of the field in front
 * where it cannot show the text under the field itself. Days are arguments as they are: the adapter writes them as its readers do.
 *
 * @param field   the field it concerns, to show it under
 * @param rows    the kind of rows of the record that it concerns, where that is no field
 * @param message what is wrong, its key {@code decision-gates.rule.<rule>.<finding>}
 */
public record Finding(Optional<Field> field, Optional<IssueRecord.Kind> rows, Message message) {

    private static final String OWN_WORDS = "decision-gates.gate.message";
    private static final String FIX = ".fix";

    /** A finding about a field, or about the issue as a whole. */
    public Finding(Optional<Field> field, Message message) {
        this(field, Optional.empty(), message);
    }

    /** An administrator's own words in place of what a rule says, about the same. */
    Finding inOwnWords(String words) {
        return new Finding(field, rows, Message.of(OWN_WORDS, words));
    }

    /** A finding to show under {@code field}. */
    public static Finding on(Field field, String key, Serializable... arguments) {
        return new Finding(Optional.of(field), new Message(key, List.of(arguments)));
    }

    /** A finding that one more row of the record corrects, or another one in place of one. */
    public static Finding inRecord(IssueRecord.Kind rows, String key, Serializable... arguments) {
        return new Finding(Optional.empty(), Optional.of(rows), new Message(key, List.of(arguments)));
    }

    /** A finding about the issue as a whole. */
    public static Finding general(String key, Serializable... arguments) {
        return new Finding(Optional.empty(), new Message(key, List.of(arguments)));
    }

    /**
     * How to supply what is missing: the message {@code <key>.fix}, with the arguments of the finding. Empty for an administrator's own
     * words, which leave nothing to add.
     */
    public Optional<Message> remedy() {
        return key().equals(OWN_WORDS) ? Optional.empty() : Optional.of(new Message(key() + FIX, message.arguments()));
    }

    /** What the finding is called, in every language. */
    public String key() {
        return message.key();
    }
}
