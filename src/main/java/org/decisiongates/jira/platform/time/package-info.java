/** The time zone of projects, and jobs that Jira runs again and again. */
package org.decisiongates.jira.platform.time;
