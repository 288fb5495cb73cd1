/** Holds what is not code to the house rules: the descriptor, the texts, the pages, the built jar, and names that nobody may change. */
package org.decisiongates.repository;
