/** What every part of the app in Confluence shares: the start, and whom it acts for. */
package org.decisiongates.confluence.platform;
