/** The week: REST, the project's page, and closing. See docs/weekly-summary-rules.md. */
package org.decisiongates.jira.summary;
