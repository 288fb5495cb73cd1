/** Jira's search, and which issues of a scope one reader may see. */
package org.decisiongates.jira.platform.search;
