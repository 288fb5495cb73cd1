package org.decisiongates.sandbox.confluence.blueprint;

/**
 * One choice of the create dialog. Texts are plain.
 *
 * @param key  complete key of the blueprint
 * @param icon address of the picture below the context path, 200 by 150 pixels
 */
public record Blueprint(String key, String name, String description, String icon) {
}
