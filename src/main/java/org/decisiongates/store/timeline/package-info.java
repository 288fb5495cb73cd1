/** The journal in the product's database. */
package org.decisiongates.store.timeline;
