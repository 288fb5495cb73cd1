package org.decisiongates.sandbox.confluence.model;

/** What somebody may do in a space; each includes those before it. */
public enum Permission {
    VIEW, EDIT, ADMIN
}
