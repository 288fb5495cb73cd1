/** Who gets the week of a project by e-mail, and when. Plain Java. See docs/guide/digest.md. */
package org.decisiongates.digest;
