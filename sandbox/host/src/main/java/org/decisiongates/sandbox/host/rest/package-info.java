/** REST resources of plugins on Jersey, one application per {@code rest} module, behind the products' access rules. */
package org.decisiongates.sandbox.host.rest;
