/** Feeds the journal of changes: as they happen, and from Jira's own history whatever was missed. See docs/architecture.md. */
package org.decisiongates.jira.timeline;
