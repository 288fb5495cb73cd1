/** Enables a project by extending its own schemes, or refuses with the reasons. See docs/guide/gates-in-workflows.md. */
package org.decisiongates.jira.project;
