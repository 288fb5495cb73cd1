/** Feedback threads of issues, which end with an outcome, and the time their owners have to act (docs/decisions/0144). */
package org.decisiongates.review;
