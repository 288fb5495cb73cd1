/** Whether the owner of a Decision or Blocker and its assignee are kept the same, project by project (docs/guide/owner.md). */
package org.decisiongates.jira.owner;
