/** The page "Decisions &amp; Blockers" in the sidebar of a project in Jira. See docs/guide/weekly-summary.md. */
package org.decisiongates.jira.sidebar;
