/** Background tasks and what came of them: a page, REST, a file. See docs/guide/rest.md. */
package org.decisiongates.jira.task;
