/** Table of what was imported from other instances. */
package org.decisiongates.store.takeout;
