/** What happens when Jira has come up with the app in it. */
package org.decisiongates.jira.start;
