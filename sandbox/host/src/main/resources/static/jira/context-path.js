// AUI takes over what it finds in AJS when it is loaded; afterwards nobody can add this.
(function () {
    'use strict';
    var contextPath = document.querySelector('meta[name="ajs-context-path"]').content;
    window.contextPath = contextPath;
    window.AJS = { contextPath: function () { return contextPath; } };
}());
