/** Measures what stands between a macro and Jira, from inside its package; see docs/performance.md. */
package org.decisiongates.confluence.link;
