/** Administrator access, confirmed sessions, and texts in the reader's language. */
package org.decisiongates.jira.platform.web;
