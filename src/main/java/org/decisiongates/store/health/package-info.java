/** The table of the last runs of jobs. */
package org.decisiongates.store.health;
