/** Services of Jira that a version of it may lack. */
package org.decisiongates.jira.platform.service;
