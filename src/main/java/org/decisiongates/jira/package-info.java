/** Jira and its workflow engine. {@link org.decisiongates.jira.JiraImports} lists every service of Jira that the app uses. */
package org.decisiongates.jira;
