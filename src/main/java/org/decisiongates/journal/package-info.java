/** What happened: an append-only record of every gate examined, and the questions asked of it. Plain Java. */
package org.decisiongates.journal;
