package org.decisiongates.jira.decision;

import org.decisiongates.jira.creation.CreationInput;

/** What is typed to create a Decision, in the order of the form. */
enum DecisionInput implements CreationInput {
    PROJECT("project"),
    /** Id of the comment that comes along. */
    COMMENT("comment"),
    /** The same id once more, to confirm that readers of the Decision may read what few could read so far. */
    COPY_RESTRICTED("copy-restricted"),
    /** {@code yes} where the Decision changes the scope of the issue that it is created for. */
    SCOPE_CHANGE("scope-change"),
    QUESTION("question"),
    CONTEXT("context"),
    OWNER("owner"),
    DUE("due"),
    LINK("link"),
    /** Key of the Decision that is there already, where another one is wanted. */
    ANOTHER("another");

    private final String key;

    DecisionInput(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
