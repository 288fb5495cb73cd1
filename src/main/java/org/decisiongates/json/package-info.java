/** JSON as this app reads and writes it: bounded both ways, and every complaint names the place. Plain Java. */
package org.decisiongates.json;
