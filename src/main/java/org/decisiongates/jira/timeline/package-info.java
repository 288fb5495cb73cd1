/** Writes the journal: from events as they come, and from Jira's own history whatever was missed. See docs/architecture.md. */
package org.decisiongates.jira.timeline;
