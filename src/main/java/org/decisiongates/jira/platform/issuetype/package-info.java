/** The app's issue types, statuses, screens and workflows, and which objects of this Jira they became. */
package org.decisiongates.jira.platform.issuetype;
