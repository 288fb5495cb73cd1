package org.decisiongates.confluence;

import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ConfluenceImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.web.context.HttpContext;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;

/** Every host service the app uses in Confluence, one line each; the scanner's index is made from it. */
@ConfluenceComponent
final class ConfluenceImports {

    @ConfluenceImport
    ApplicationLinkService applicationLinkService;
    @ConfluenceImport("salApplicationProperties")
    ApplicationProperties applicationProperties;
    @ConfluenceImport
    HttpContext httpContext;
    @ConfluenceImport
    I18nResolver i18nResolver;
    @ConfluenceImport
    LocaleResolver localeResolver;
    @ConfluenceImport
    PageBuilderService pageBuilderService;
    @ConfluenceImport
    PageManager pageManager;
    @ConfluenceImport
    PermissionManager permissionManager;
    @ConfluenceImport
    TemplateRenderer templateRenderer;
    @ConfluenceImport("salUserManager")
    UserManager salUserManager;
}
