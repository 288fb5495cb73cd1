/** What the templates of the weekly summary see: worded, formatted, immutable. */
package org.decisiongates.page.view;
