/**
 * Asks running products, over documented REST only, whether the assumptions of the app hold there. See
 * {@code atlassian/acceptance/README.md}.
 */
package org.decisiongates.acceptance;
