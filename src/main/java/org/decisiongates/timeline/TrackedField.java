package org.decisiongates.timeline;

/** A field whose changes the journal records. */
public enum TrackedField {
    KEY, PROJECT, TYPE, STATUS, OWNER, DUE, SCOPE, RELEASE, CUSTOMER_FACING, FALLBACK, LINK
}
