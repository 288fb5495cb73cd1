package org.decisiongates.sandbox.jira.model.jql;

/** A word of a query and where it stands. */
record Token(Kind kind, String text, int line, int column) {

    enum Kind { WORD, QUOTED, OPERATOR, OPEN, CLOSE, COMMA, END }

    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    String place() {
        return "(line " + line + ", character " + column + ")";
    }
}
