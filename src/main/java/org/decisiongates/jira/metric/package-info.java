/** Computes the figures of a week for one reader, at once or in the background. See docs/metrics.md. */
package org.decisiongates.jira.metric;
