/** Reads what the app's own classes call, and says what of it a host does not have. Knows no product. */
package org.decisiongates.selfcheck;
