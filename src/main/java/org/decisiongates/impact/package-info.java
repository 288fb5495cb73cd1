/** Reads and checks the impact lines people type. Plain Java. See docs/guide/impact-lines.md. */
package org.decisiongates.impact;
