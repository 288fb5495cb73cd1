/** Holds the pom's profile {@code atlassian} to {@code atlassian/ARTEFACTS.md}, and both to what the sources need. */
package org.decisiongates.sandbox.artefacts;
