/** The one plugin-framework helper Active Objects 6.1.1 links against. */
package com.atlassian.plugin.util;
