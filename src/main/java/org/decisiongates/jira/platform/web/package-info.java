/** Pages with a form, who is admitted to them, confirmed sessions, and what panels on a project's page are told. */
package org.decisiongates.jira.platform.web;
