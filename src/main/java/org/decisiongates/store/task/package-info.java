/** Tables of background tasks and what came of them. */
package org.decisiongates.store.task;
