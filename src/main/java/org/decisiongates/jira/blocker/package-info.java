/** Raises a Blocker for an issue that something stands in the way of. See docs/guide/raise-a-blocker.md. */
package org.decisiongates.jira.blocker;
