/** Finds the fields of this Jira that the app reads, its own included. */
package org.decisiongates.jira.platform.fields;
