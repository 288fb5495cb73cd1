/** The shared application layer as plugins see it, over the box's users, texts, database and requests. */
package org.decisiongates.sandbox.host.sal;
