/**
 * What every macro of the app in Confluence needs: where it stands ({@link org.decisiongates.confluence.macro.MacroSurface}), what else is
 * stored on its page, and its notice when there is nothing to show.
 *
 * @see <a href="../../../../../../../docs/guide/weekly-summary.md">the guide</a>
 */
package org.decisiongates.confluence.macro;
