/** What administrators do in their browser: workflows and their validators, people, fields, projects. */
package org.decisiongates.sandbox.jira.web.admin;
