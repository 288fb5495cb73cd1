/** Makes the summary of a week: order, headline, questions, actions. Plain Java. See docs/weekly-summary-rules.md. */
package org.decisiongates.summary.compose;
