/** How stand-ins say that they hold no behaviour, and how the sandbox lends them some. */
package org.decisiongates.sandbox.platform;
