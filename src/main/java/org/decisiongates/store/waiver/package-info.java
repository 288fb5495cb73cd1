/** The table of waivers. */
package org.decisiongates.store.waiver;
