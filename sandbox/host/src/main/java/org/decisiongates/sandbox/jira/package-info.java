/** Jira as the sandbox plays it. */
package org.decisiongates.sandbox.jira;
