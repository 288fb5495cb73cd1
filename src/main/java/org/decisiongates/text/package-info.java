/** Messages that are worded later, and small matters of text. Plain Java. */
package org.decisiongates.text;
