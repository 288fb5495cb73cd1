package org.decisiongates.sandbox.confluence.macro;

/** What an author can write between a macro's ends. */
public enum BodyKind {
    NONE, PLAIN_TEXT, RICH_TEXT
}
