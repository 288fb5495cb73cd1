/** The clock of the app. */
package org.decisiongates.time;
