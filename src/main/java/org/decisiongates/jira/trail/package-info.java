/** How a Decision came about: a tab in the activity of its issue, and REST (docs/guide/decision-trail.md). */
package org.decisiongates.jira.trail;
