/** What a Decision is: its phases and the fields the app brings. Plain Java. See docs/gates.md. */
package org.decisiongates.decision;
