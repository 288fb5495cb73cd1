/**
 * What a Decision and a Blocker are: phases, fields, impact lines, and the read-only view of an issue that rules see. Plain Java.
 * See docs/gates.md.
 */
package org.decisiongates.issue;
