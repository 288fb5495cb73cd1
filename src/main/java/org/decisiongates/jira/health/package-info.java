/** Health: the page, REST for monitoring, and the file for support. See docs/guide/health.md. */
package org.decisiongates.jira.health;
