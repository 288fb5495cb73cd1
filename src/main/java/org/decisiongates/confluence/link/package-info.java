/**
 * Asking Jira over the application link: {@link org.decisiongates.confluence.link.JiraClient} returns what Jira answers or the one reason
 * why there is nothing, within a budget of time and size; {@link org.decisiongates.confluence.link.AnswerCache} says how a copy gets old.
 */
package org.decisiongates.confluence.link;
