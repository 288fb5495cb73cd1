/** Mails the week of a project to whoever asked for it: the page on which people ask, and the job that sends. See docs/guide/digest.md. */
package org.decisiongates.jira.digest;
