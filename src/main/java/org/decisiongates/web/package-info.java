/** What servlets of both products share. It knows HTTP, and neither product. */
package org.decisiongates.web;
