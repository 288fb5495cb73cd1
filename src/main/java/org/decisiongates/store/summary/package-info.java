/** The snapshots of weeks in the product's database. */
package org.decisiongates.store.summary;
