/** Comments of an issue that somebody may see and take along. */
package org.decisiongates.jira.platform.comment;
