/** The rules, one class each, and the list of them. See docs/gates.md. */
package org.decisiongates.policy.rules;
