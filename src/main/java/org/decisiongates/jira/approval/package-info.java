/** Approvals of Decisions and Blockers: their panel and REST (docs/guide/approvals.md). */
package org.decisiongates.jira.approval;
