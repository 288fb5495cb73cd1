/** What the app answers over HTTP in Jira, as JSON of its own making. */
package org.decisiongates.jira.platform.rest;
