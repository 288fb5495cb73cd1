/** A person at a browser: both products run as their own processes, Chromium clicks. See docs/testing.md. */
package org.decisiongates.sandbox.e2e;
