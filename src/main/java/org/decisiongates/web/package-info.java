/** What servlets of both products share. Knows HTTP and no product. */
package org.decisiongates.web;
