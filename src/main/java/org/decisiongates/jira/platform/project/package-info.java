/** Which projects use the app, and who is told when another one does. */
package org.decisiongates.jira.platform.project;
