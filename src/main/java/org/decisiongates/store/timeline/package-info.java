/** The tables of the journal. */
package org.decisiongates.store.timeline;
