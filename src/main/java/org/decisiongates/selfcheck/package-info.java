/** Reads what the app's own classes call, and says what of it a host does not have. Plain Java. */
package org.decisiongates.selfcheck;
