/** Reckons the numbers of a week for one reader: from what the reader may see, on the spot or in the background. */
package org.decisiongates.jira.metric;
