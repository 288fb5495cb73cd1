/** Does work in the background, with the rights of who asked for it. See docs/decisions/0088-run-tasks-on-the-node-that-was-asked.md. */
package org.decisiongates.jira.platform.task;
