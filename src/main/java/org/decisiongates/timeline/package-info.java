/** What happened: the append-only journal of changes and gates, and the history of one issue read out of it. Plain Java. See docs/metrics.md. */
package org.decisiongates.timeline;
