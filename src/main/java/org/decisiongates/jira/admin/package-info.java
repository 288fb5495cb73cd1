/** The administrator's page: state of the set-up, and the projects that use Decisions and Blockers. See docs/guide/install.md. */
package org.decisiongates.jira.admin;
