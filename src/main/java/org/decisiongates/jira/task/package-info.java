/** Background tasks: REST. See docs/guide/rest.md. */
package org.decisiongates.jira.task;
