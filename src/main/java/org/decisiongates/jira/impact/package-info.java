/** Impact lines of Decisions and Blockers: the panel on the page, and what is asked of them over HTTP. See docs/guide/impact-lines.md. */
package org.decisiongates.jira.impact;
