/** Computes the metrics of a week for one reader: on the spot, or from a projection kept in the background. */
package org.decisiongates.jira.metric;
