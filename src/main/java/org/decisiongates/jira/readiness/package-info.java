/** Readiness before a transition: REST and the panel of an issue. See docs/guide/readiness.md. */
package org.decisiongates.jira.readiness;
