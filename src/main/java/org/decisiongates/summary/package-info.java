/**
 * The weekly summary: its model, its JSON, and the sealed snapshots of closed weeks. Plain Java; both products share it.
 * See docs/weekly-summary-rules.md.
 */
package org.decisiongates.summary;
