/** The rules, one class each, and the list of them. See docs/gates.md and docs/recipes/add-a-rule.md. */
package org.decisiongates.policy.rules;
