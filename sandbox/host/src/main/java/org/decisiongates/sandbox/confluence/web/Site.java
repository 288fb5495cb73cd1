package org.decisiongates.sandbox.confluence.web;

import org.decisiongates.sandbox.confluence.blueprint.Blueprints;
import org.decisiongates.sandbox.confluence.link.Links;
import org.decisiongates.sandbox.confluence.macro.MacroLibrary;
import org.decisiongates.sandbox.confluence.macro.PageRenderer;
import org.decisiongates.sandbox.confluence.model.Wiki;
import org.decisiongates.sandbox.host.Box;

/**
 * What every page of the process works with.
 *
 * @param contextPath what addresses on the site start with
 * @param onSite      renders bodies for readers of the site
 * @param offSite     renders bodies that leave it: all links absolute
 * @param blueprints  what new pages can begin with
 */
public record Site(Box box, String contextPath, Wiki wiki, MacroLibrary macros, PageRenderer onSite, PageRenderer offSite, Links links,
        Blueprints blueprints) {
}
