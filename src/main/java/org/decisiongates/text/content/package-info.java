/** Whether a text says anything once markup, placeholders and templates are taken away (ADR-0032). Plain Java. See docs/gates.md. */
package org.decisiongates.text.content;
