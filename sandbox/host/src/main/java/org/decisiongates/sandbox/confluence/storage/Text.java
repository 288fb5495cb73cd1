package org.decisiongates.sandbox.confluence.storage;

/** A run of text of a page body, entities already resolved. */
public record Text(String text) implements Node {
}
