/** Gates, the rules in them, and what an evaluation finds. Plain Java. See docs/gates.md. */
package org.decisiongates.policy;
