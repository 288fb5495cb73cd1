/** The phase map of a project: which phases the statuses of its workflows stand for; page and REST (docs/guide/phases.md). */
package org.decisiongates.jira.phase;
