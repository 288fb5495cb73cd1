/** Jira's query language: words, grammar and the tree of a query. Knows no field and no database. */
package org.decisiongates.sandbox.jira.model.jql;
