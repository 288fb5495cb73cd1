/**
 * Builds the plugin as others will. Holds the pom's profile {@code atlassian} to {@code atlassian/ARTEFACTS.md} and both to what the
 * sources need, and makes a release with a key that is thrown away ({@code docs/releasing.md}).
 */
package org.decisiongates.sandbox.artefacts;
