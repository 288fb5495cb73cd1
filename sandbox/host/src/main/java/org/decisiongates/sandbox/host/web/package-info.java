/** The web server of a box and what stands in front of every page: encoding, limits, login, protection against forged requests. */
package org.decisiongates.sandbox.host.web;
