/** Creates a Decision for an issue, from what was said in one of its comments. See docs/guide/create-a-decision.md. */
package org.decisiongates.jira.decision;
