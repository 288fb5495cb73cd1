/** Policies over REST and on their pages: versions, export and import, where they are used. See docs/guide/policies.md. */
package org.decisiongates.jira.policy;
