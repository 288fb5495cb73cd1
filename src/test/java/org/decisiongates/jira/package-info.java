/** What tests of the Jira side share. */
package org.decisiongates.jira;
