/** Reads the references of the app's own classes and looks them up in the host. Knows no product. */
package org.decisiongates.selfcheck;
