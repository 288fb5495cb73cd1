/**
 * Asking Jira over the application link: {@link org.decisiongates.confluence.link.JiraSummaries} hands out the summary or the one reason
 * why there is none, within a budget of time and size.
 */
package org.decisiongates.confluence.link;
