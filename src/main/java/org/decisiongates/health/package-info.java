/** Whether the app works as it should here: checks, what they find, and what to do about it. See docs/guide/health.md. */
package org.decisiongates.health;
