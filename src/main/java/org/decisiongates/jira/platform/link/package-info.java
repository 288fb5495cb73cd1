/** Which links between issues say that one of them blocks the other. */
package org.decisiongates.jira.platform.link;
