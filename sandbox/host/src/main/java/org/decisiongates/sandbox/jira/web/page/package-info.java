/** The pages people use every day: log in, projects, search, and everything about one issue. */
package org.decisiongates.sandbox.jira.web.page;
