/** What people are told by e-mail of feedback threads and approvals, why, and when. Plain Java. See docs/guide/feedback.md. */
package org.decisiongates.notification;
