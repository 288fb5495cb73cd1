/** The jar we ship, started and used in the sandbox's products. */
package org.decisiongates.sandbox.wired;
