/**
 * What happened: append-only records of every gate examined and of what changed about issues, and the questions asked of them. Plain Java.
 * See docs/metrics.md for what is made of them.
 */
package org.decisiongates.timeline;
