/** What the Confluence process keeps in its database: people, spaces, permissions, pages and their versions. */
package org.decisiongates.sandbox.confluence.model;
