/** Taking out what the app and its issues tell of a project: in the background, as a page, REST and one file (docs/guide/leave.md). */
package org.decisiongates.jira.takeout;
