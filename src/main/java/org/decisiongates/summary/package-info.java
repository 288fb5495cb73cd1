/** The weekly summary: what is open, who owns it, what it means. Plain Java; the same model on both sides of the application link. */
package org.decisiongates.summary;
