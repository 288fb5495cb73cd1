/** What happens when Confluence has come up with the app in it. */
package org.decisiongates.confluence.platform;
