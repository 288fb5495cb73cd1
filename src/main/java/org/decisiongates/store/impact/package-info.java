/** The table of impact lines. */
package org.decisiongates.store.impact;
