/** Tables of digests: who gets them, and which were sent. */
package org.decisiongates.store.digest;
