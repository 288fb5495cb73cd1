/** All that touches Confluence. {@link org.decisiongates.confluence.ConfluenceImports} lists what the app leans on there. */
package org.decisiongates.confluence;
