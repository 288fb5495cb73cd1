/**
 * The weekly summary in words, the same in both products: {@link org.decisiongates.page.WeekPage} makes what the templates below
 * {@code summary/} show. Plain Java; texts come in through {@link org.decisiongates.page.Texts}. See docs/guide/weekly-summary.md.
 */
package org.decisiongates.page;
