/** What a Blocker is: its phases. Plain Java. See docs/gates.md. */
package org.decisiongates.issue;
