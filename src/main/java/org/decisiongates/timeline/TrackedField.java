package org.decisiongates.timeline;

/** What of an issue's history the journal asks about. */
public enum TrackedField {
    KEY, PROJECT, TYPE, STATUS, OWNER, DUE, SCOPE, RELEASE, CUSTOMER_FACING, FALLBACK, LINK
}
