/**
 * Confluence's storage format: read as bounded, entity-safe XML and rendered to HTML in which only known markup survives. Knows no
 * database, no servlet and no plugin.
 */
package org.decisiongates.sandbox.confluence.storage;
