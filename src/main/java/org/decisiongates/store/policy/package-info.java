/** The table of policy versions. */
package org.decisiongates.store.policy;
