/** What every page shares: the request as a page sees it, the answer it gives, and the frame around it. */
package org.decisiongates.sandbox.jira.web.frame;
