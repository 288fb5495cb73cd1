/** What is recorded of an issue, read once for the panels of a page. */
package org.decisiongates.jira.platform.record;
