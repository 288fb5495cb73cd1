/** The box's database: H2 in a folder or an embedded PostgreSQL, with every statement counted and breakable on demand. */
package org.decisiongates.sandbox.host.data;
