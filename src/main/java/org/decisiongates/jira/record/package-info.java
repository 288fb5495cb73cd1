/** The record of an issue: the panel on its page, REST, and the export of a project. See docs/guide/decision-record.md. */
package org.decisiongates.jira.record;
