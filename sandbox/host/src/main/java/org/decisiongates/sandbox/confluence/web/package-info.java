/** The pages people see: dashboard, spaces, page view, editor with macro browser, exports and the administration of links. */
package org.decisiongates.sandbox.confluence.web;
