/** The calendar and time zone that projects go by. */
package org.decisiongates.jira.platform.time;
