/** The administrator's page: whether everything is there, and which projects use Decisions and Blockers. */
package org.decisiongates.jira.admin;
