/** Reads out of Jira's own history of an issue what the journal writes down. See docs/architecture.md. */
package org.decisiongates.jira.timeline;
