/** JSON as this app writes and reads it: bounded both ways, and every complaint names the place. Plain Java; knows nothing of what it carries. */
package org.decisiongates.summary.json;
