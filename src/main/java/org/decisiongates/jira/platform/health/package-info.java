/** What every part of the app tells the page of health: what went wrong. */
package org.decisiongates.jira.platform.health;
