/** What people take out of the app: documents, tables and JSON of a project, in bytes that depend on nothing but what they tell. */
package org.decisiongates.takeout;
