/** The one place where Jira's side of the app words a message. See docs/architecture.md. */
package org.decisiongates.jira.platform.text;
