/**
 * Asking Jira over the application link: {@link org.decisiongates.confluence.link.SummaryClient} returns the summary or the one reason
 * why there is none, within a budget of time and size; {@link org.decisiongates.confluence.link.SummaryCache} says how a copy gets old.
 */
package org.decisiongates.confluence.link;
