/** Impact lines: the panel on an issue, and REST. See docs/guide/impact-lines.md. */
package org.decisiongates.jira.impact;
