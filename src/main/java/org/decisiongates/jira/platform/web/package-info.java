/** What pages in Jira share: who may enter, confirmed sessions, texts in the reader's language. */
package org.decisiongates.jira.platform.web;
