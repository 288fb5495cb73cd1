/** Tells people of feedback by e-mail: who is told of a step, the job that sends, and the page on which they choose. */
package org.decisiongates.jira.notification;
