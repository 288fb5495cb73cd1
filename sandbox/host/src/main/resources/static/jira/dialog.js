// Forms over the page, as Jira's own: asked for with inline=true and decorator=dialog, sent the same way, shown again with what is wrong.
// When the server says DONE, what the page shows is asked for again and put in place of what was there: no script of the page runs anew.
(function () {
    'use strict';

    var CONTROL = 'X-Atlassian-Dialog-Control';
    var LINK = 'a.trigger-dialog';
    var busy = false;
    var FIELDS = 'input:not([type=hidden]), select, textarea';

    // scripts of apps are told by this of a form in a dialog, each time it is shown
    window.JIRA = {
        Events: {NEW_CONTENT_ADDED: 'newContentAdded'},
        CONTENT_ADDED_REASON: {dialogReady: 'dialogReady'},
        bind: function (event, listener) {
            jQuery(document).on(event, listener);
        },
        trigger: function (event, details) {
            jQuery(document).trigger(event, details);
        }
    };

    function inline(address, more) {
        var url = new URL(address, window.location.href);
        new URLSearchParams(more || '').forEach(function (value, name) {
            url.searchParams.append(name, value);
        });
        url.searchParams.set('inline', 'true');
        url.searchParams.set('decorator', 'dialog');
        return url;
    }

    function parsed(html) {
        return new DOMParser().parseFromString(html, 'text/html');
    }

    // the heading of the page becomes that of the dialog
    function show(dialog, html) {
        var page = parsed(html);
        var content = dialog.querySelector('.aui-dialog2-content');
        var part = page.querySelector('.aui-page-panel-content') || page.body;
        var first;
        dialog.querySelector('h2').textContent = page.querySelector('h1').textContent;
        content.textContent = '';
        Array.prototype.slice.call(part.childNodes).forEach(function (node) {
            content.appendChild(document.importNode(node, true));
        });
        JIRA.trigger(JIRA.Events.NEW_CONTENT_ADDED, [jQuery(content), JIRA.CONTENT_ADDED_REASON.dialogReady]);
        first = content.querySelector('[aria-invalid=true]') || content.querySelector(FIELDS) || content.querySelector('button, a');
        if (first) {
            // the dialog gives the focus to its first element a moment after it is shown
            window.setTimeout(function () {
                first.focus();
            }, 0);
        }
    }

    function refresh() {
        return fetch(window.location.href, {credentials: 'same-origin'}).then(function (answer) {
            return answer.text();
        }).then(function (html) {
            var page = parsed(html);
            document.getElementById('main').replaceWith(document.importNode(page.getElementById('main'), true));
            document.title = page.title;
        });
    }

    function take(dialog, answer) {
        var control = answer.headers.get(CONTROL) || '';
        if (control === 'permissionviolation') {
            window.location.reload();
            return null;
        }
        if (control.indexOf('redirect:') === 0) {
            window.location.assign(control.slice('redirect:'.length));
            return null;
        }
        if (control === 'DONE') {
            return refresh().then(function () {
                AJS.dialog2(dialog).hide();
            });
        }
        return answer.text().then(function (html) {
            show(dialog, html);
        });
    }

    function buttons(form, disabled) {
        form.querySelectorAll('[type=submit]').forEach(function (button) {
            button.disabled = disabled;
        });
    }

    function send(dialog, form) {
        var typed = new URLSearchParams(new FormData(form));
        var sent;
        if (form.method === 'get') {
            sent = fetch(inline(form.getAttribute('action'), typed), {credentials: 'same-origin'});
        } else {
            typed.set('inline', 'true');
            typed.set('decorator', 'dialog');
            sent = fetch(form.getAttribute('action'), {method: 'POST', credentials: 'same-origin', body: typed});
        }
        buttons(form, true);
        sent.then(function (answer) {
            return take(dialog, answer);
        }).catch(function () {
            buttons(form, false);
            form.submit();
        });
    }

    function open(link) {
        var dialog = document.createElement('section');
        if (busy) {
            return;
        }
        busy = true;
        dialog.id = link.id + '-dialog';
        dialog.className = 'aui-dialog2 aui-dialog2-medium aui-layer jira-dialog';
        dialog.setAttribute('role', 'dialog');
        dialog.setAttribute('aria-modal', 'true');
        dialog.setAttribute('aria-labelledby', link.id + '-dialog-heading');
        dialog.setAttribute('data-aui-remove-on-hide', 'true');
        dialog.hidden = true;
        dialog.innerHTML = '<header class="aui-dialog2-header"><h2 class="aui-dialog2-header-main"></h2></header>'
            + '<div class="aui-dialog2-content"></div>';
        dialog.querySelector('h2').id = link.id + '-dialog-heading';
        fetch(inline(link.href), {credentials: 'same-origin'}).then(function (answer) {
            busy = false;
            if (answer.headers.get(CONTROL)) {
                window.location.assign(link.href);
                return null;
            }
            return answer.text().then(function (html) {
                document.body.appendChild(dialog);
                AJS.dialog2(dialog).show();
                show(dialog, html);
            });
        }).catch(function () {
            window.location.assign(link.href);
        });
    }

    document.addEventListener('click', function (event) {
        var link = event.target.closest(LINK);
        var cancel = event.target.closest('.jira-dialog .cancel');
        if (cancel) {
            event.preventDefault();
            AJS.dialog2(cancel.closest('.jira-dialog')).hide();
        } else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            open(link);
        }
    });

    document.addEventListener('submit', function (event) {
        var dialog = event.target.closest('.jira-dialog');
        if (dialog && !event.defaultPrevented) {
            event.preventDefault();
            send(dialog, event.target);
        }
    });
}());
