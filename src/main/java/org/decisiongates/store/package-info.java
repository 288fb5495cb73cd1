/** Storage: tables of Active Objects that implement the domain's interfaces. */
package org.decisiongates.store;
