/** Readiness: what the gates before an issue find of it before anybody clicks. Plain Java. See docs/guide/readiness.md. */
package org.decisiongates.readiness;
