/** Messages that are worded later, and the small matters of texts that every layer shares. Plain Java. */
package org.decisiongates.text;
