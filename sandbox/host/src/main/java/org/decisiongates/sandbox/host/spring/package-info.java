/** One Spring context per plugin, wired the way the scanner's runtime does it: index files in, services as proxies, exports out. */
package org.decisiongates.sandbox.host.spring;
