/** What gates say of many issues, counted, and one by one. */
package org.decisiongates.report;
