/** Reads the week of a project out of Jira, as one reader may see it. */
package org.decisiongates.jira.summary;
