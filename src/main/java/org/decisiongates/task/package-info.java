/** What people have done in the background: how far it is, and what came of it. */
package org.decisiongates.task;
