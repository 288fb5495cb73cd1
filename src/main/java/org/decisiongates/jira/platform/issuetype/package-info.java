/** What the app brings to Jira: its issue types, fields, statuses, screens and workflows, and which objects of this installation they became. */
package org.decisiongates.jira.platform.issuetype;
