/** What the templates of the weekly summary see: worded, formatted, immutable. Both products show the same. */
package org.decisiongates.page.view;
