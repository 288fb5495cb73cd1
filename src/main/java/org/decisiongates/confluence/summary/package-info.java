/**
 * The macro: {@link org.decisiongates.confluence.summary.WeeklySummaryMacro} asks Jira as the reader of the page and shows the answer, or
 * says why there is none. See docs/guide/weekly-summary.md.
 */
package org.decisiongates.confluence.summary;
