package org.decisiongates.jira.history;

/** What of an issue's history the journal asks about. */
enum Tracked { KEY, PROJECT, TYPE, STATUS, OWNER, DUE, SCOPE, RELEASE, CUSTOMER_FACING, FALLBACK, LINK }
