/** Tells Jira's audit log what administrators changed of the app's configuration. */
package org.decisiongates.jira.platform.audit;
