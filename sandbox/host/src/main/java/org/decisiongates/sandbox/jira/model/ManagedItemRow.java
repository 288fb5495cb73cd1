package org.decisiongates.sandbox.jira.model;

/**
 * What an app has said about who may change a custom field on Jira's pages.
 *
 * @param fieldId        {@code customfield_10000}
 * @param managed        whether it is managed at all
 * @param level          name of the access level
 * @param source         who manages it; empty text for nobody in particular
 * @param descriptionKey key of the text that says why; empty text for none
 */
public record ManagedItemRow(String fieldId, boolean managed, String level, String source, String descriptionKey) {

    /** Whether nobody may change the field on Jira's pages. Whether the app that said so is still there makes no difference. */
    public boolean isLocked() {
        return managed && level.equals("LOCKED");
    }
}
