package org.decisiongates.takeout;

/**
 * Somebody whom a take-out names, by user name.
 *
 * @param key  user key: an erasure of the person finds the take-out by it
 * @param name what people read
 */
public record TakenPerson(String key, String name) {
}
