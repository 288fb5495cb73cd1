/** How a Decision came about, told in the order of time from what is recorded of it. Plain Java. See docs/guide/decision-trail.md. */
package org.decisiongates.trail;
