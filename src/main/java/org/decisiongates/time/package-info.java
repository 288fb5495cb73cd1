/** Weeks, periods, and the app's one clock (ADR-0023). */
package org.decisiongates.time;
