/** Closes weeks: freezes what each enabled project's week held, once in the cluster. See docs/weekly-summary-rules.md. */
package org.decisiongates.jira.week;
