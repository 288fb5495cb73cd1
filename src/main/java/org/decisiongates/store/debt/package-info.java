/** The table of gate debt. */
package org.decisiongates.store.debt;
