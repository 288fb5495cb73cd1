/** Writes the journal: from events as they arrive, and from Jira's own history for what was missed. See docs/architecture.md. */
package org.decisiongates.jira.timeline;
