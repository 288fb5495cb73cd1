/** Forms over an issue's fields: what a field looks like, what was typed, and where an error is shown. */
package org.decisiongates.sandbox.jira.web.form;
