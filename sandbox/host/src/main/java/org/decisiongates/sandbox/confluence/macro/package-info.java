/** Macros: those that plugins bring, those the product brings, how they are described to authors and how they run inside a page. */
package org.decisiongates.sandbox.confluence.macro;
