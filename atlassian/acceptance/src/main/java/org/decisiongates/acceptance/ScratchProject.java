package org.decisiongates.acceptance;

/**
 * The project a run works in.
 *
 * @param key      its key
 * @param decision key of an open Decision in it
 */
record ScratchProject(String key, String decision) {
}
