/** All that touches Jira or its workflow engine: gates on transitions, issue types, set-up, REST, the administrator's page. */
package org.decisiongates.jira;
