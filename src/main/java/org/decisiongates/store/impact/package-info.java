/** Impact lines in the product's database. */
package org.decisiongates.store.impact;
