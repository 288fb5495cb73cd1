/** The figures of a week, one class a metric. Plain Java. See docs/metrics.md. */
package org.decisiongates.metric;
