/** Which projects use the app, and the listeners that are notified when another one does. */
package org.decisiongates.jira.platform.project;
