package org.decisiongates.takeout;

/**
 * A link to an issue that whoever takes out may see.
 *
 * @param type        name of the type of link
 * @param description how it reads from this issue, {@code is blocked by}
 * @param outward     whether it leads from this issue to the other
 * @param issue       key of the other
 */
public record TakenLink(String type, String description, boolean outward, String issue) {
}
