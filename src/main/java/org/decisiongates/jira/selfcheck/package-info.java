/** Checks, at start-up and on request, that this Jira has everything the app calls. */
package org.decisiongates.jira.selfcheck;
