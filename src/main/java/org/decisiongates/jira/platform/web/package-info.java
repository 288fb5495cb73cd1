/** Administrator access and confirmed sessions. */
package org.decisiongates.jira.platform.web;
