/** Confluence. {@link org.decisiongates.confluence.ConfluenceImports} lists every service of Confluence that the app uses. */
package org.decisiongates.confluence;
