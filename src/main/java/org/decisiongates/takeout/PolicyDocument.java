package org.decisiongates.takeout;

/**
 * A policy as the import of policies reads it, with the names of what it is about.
 *
 * @param path of its file
 */
public record PolicyDocument(String path, String json) {
}
