/** Administrator access, confirmed sessions, and what panels on a project's page are told. */
package org.decisiongates.jira.platform.web;
