/**
 * Tells people of feedback and approvals by e-mail: who is told of a step, who is reminded, the job that sends, and the page on which they
 * choose.
 */
package org.decisiongates.jira.notification;
