/** The numbers of a week, one class each. Plain Java. See docs/metrics.md. */
package org.decisiongates.metric;
