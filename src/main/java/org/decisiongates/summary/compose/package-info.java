/** Makes a week's summary of what was read and reckoned: order, headline, questions, asks. Plain Java. See docs/weekly-summary-rules.md. */
package org.decisiongates.summary.compose;
