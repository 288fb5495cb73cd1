/** The table of feedback threads. */
package org.decisiongates.store.review;
