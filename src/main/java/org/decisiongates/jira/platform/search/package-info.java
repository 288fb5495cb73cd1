/** Asks Jira's search about a scope: which issues it holds, and which of them one reader may see. */
package org.decisiongates.jira.platform.search;
