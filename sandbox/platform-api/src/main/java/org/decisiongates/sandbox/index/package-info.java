/** Writes the index files the platform's component scanner reads, from the annotations the plugin carries. */
package org.decisiongates.sandbox.index;
