/** What a Decision or Blocker is expected to do to customers, in numbers. Plain Java. See docs/metrics.md. */
package org.decisiongates.impact;
