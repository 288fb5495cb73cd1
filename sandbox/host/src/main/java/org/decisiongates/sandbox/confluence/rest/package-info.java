/** The part of Confluence's documented REST API that public clients need to read and write pages, with its error shape. */
package org.decisiongates.sandbox.confluence.rest;
