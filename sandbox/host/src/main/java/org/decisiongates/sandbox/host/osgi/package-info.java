/** Plugins as bundles: what a jar must look like, how it is installed, and which packages it may import. */
package org.decisiongates.sandbox.host.osgi;
