/** The table of the rows of records. */
package org.decisiongates.store.record;
