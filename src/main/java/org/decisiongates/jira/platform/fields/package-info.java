/** Finds fields of this Jira, the app's own included. */
package org.decisiongates.jira.platform.fields;
