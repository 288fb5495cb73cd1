/** Tells what somebody has really written from markup, placeholders and templates (ADR-0032). Plain Java. See docs/gates.md. */
package org.decisiongates.text.content;
