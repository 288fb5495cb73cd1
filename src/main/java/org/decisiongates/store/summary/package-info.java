/** The table of closed weeks. */
package org.decisiongates.store.summary;
