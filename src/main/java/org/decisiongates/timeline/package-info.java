/** The append-only journal of changes and gate events, and the timeline of one issue read from it. Plain Java. See docs/architecture.md. */
package org.decisiongates.timeline;
