/** Holds the code to the house rules that a compiler cannot hold it to. Every rule is also shown something that breaks it. */
package org.decisiongates.architecture;
