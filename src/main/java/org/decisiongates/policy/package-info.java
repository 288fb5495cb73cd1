/**
 * What has to be true before an item may move on: rules, the gates made of them, and what they find.
 * Plain Java: no product, no framework. See docs/gates.md.
 */
package org.decisiongates.policy;
