/** Whether e-mails are sent, and who gets any. */
package org.decisiongates.jira.platform.mail;
