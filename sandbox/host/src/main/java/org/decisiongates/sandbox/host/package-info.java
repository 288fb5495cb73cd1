/**
 * The platform in a box: boots a packaged plugin jar in a real OSGi framework, Spring context, database and web server,
 * for one {@link org.decisiongates.sandbox.host.Product product}. What is real and what is stand-in: {@code sandbox/README.md}.
 */
package org.decisiongates.sandbox.host;
