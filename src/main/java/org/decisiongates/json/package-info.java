/** JSON that comes in from outside, and its limits. */
package org.decisiongates.json;
