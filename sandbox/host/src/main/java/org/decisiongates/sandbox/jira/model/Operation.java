package org.decisiongates.sandbox.jira.model;

/** What a screen scheme chooses a screen for; {@link #DEFAULT} answers for the ones it does not name. */
public enum Operation {
    DEFAULT, CREATE, EDIT, VIEW
}
