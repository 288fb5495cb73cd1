/** Creates an issue of the app for another issue, from a form or a call: through its gate, once, and linked. */
package org.decisiongates.jira.creation;
