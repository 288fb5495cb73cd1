/** The time zone of projects. */
package org.decisiongates.jira.platform.time;
