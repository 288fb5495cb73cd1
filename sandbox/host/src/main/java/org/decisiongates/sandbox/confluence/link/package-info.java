/** Application links: who this process is joined with, and calls to the other side in the name of whoever is reading. */
package org.decisiongates.sandbox.confluence.link;
