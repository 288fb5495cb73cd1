/** The pages plugins offer to begin with: blueprints and the templates they are made of. */
package org.decisiongates.sandbox.confluence.blueprint;
