/** Feedback threads of an issue: panel and REST. See docs/guide/feedback.md. */
package org.decisiongates.jira.review;
