/**
 * Asks Jira over the application link: {@link org.decisiongates.confluence.link.SummaryGateway} returns the summary or the one reason
 * why there is none, within a budget of time and size. See docs/architecture.md.
 */
package org.decisiongates.confluence.link;
