/** Active Objects for plugins: one manager per bundle, joining transactions, nothing before the plugin has started. */
package org.decisiongates.sandbox.host.store;
