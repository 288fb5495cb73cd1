/** Plays Confluence Data Center, as far as the app under test and the people around it need one. */
package org.decisiongates.sandbox.confluence;
