package org.decisiongates.sandbox.host;

/** A group of links a plugin adds at a location; its items live at {@code location/key}. The label is plain text. */
public record WebSection(String completeKey, String key, String location, String label, int weight) {
}
