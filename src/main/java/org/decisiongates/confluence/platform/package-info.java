/** Start-up in Confluence, and the user a thread acts for. */
package org.decisiongates.confluence.platform;
