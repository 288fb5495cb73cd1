/** Velocity 1.6.4 as the products run it: everything escaped, plugin templates behind a list of allowed methods. */
package org.decisiongates.sandbox.host.template;
