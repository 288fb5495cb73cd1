/** What the app keeps in the product's database: tables of Active Objects and the domain's interfaces on top of them. */
package org.decisiongates.store;
