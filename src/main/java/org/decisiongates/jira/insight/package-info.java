/** What gates did over a time: the page of a project, the page of all of Jira, and their REST (docs/guide/insight.md). */
package org.decisiongates.jira.insight;
