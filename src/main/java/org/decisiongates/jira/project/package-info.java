/** Puts the app's issue types to use in a project an administrator chooses: by extending the project's own schemes, or not at all. */
package org.decisiongates.jira.project;
