package org.decisiongates.sandbox.jira.model;

/** An icon; its image is fetched by {@link Avatars#image}. */
public record AvatarRow(long id, String owner, String iconType, String fileName, String contentType, boolean system) {
}
