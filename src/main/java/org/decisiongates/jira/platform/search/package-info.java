/** Search, and which issues a reader may see. */
package org.decisiongates.jira.platform.search;
