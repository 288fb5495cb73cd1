/** Whether the session of an administrator was confirmed. See docs/guide/rest.md. */
package org.decisiongates.jira.platform.web;
