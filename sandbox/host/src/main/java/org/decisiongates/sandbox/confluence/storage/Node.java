package org.decisiongates.sandbox.confluence.storage;

/** A piece of a page body: an element or a run of text. */
public sealed interface Node permits Element, Text {

    /** The text in this node and below it, without any markup. */
    String text();
}
